/** The sign-in: sees a page, recognises it, acts once, waits for the next. The only place that types a secret. */
@NullMarked
package io.github.osdutoken.signin;

import org.jspecify.annotations.NullMarked;
