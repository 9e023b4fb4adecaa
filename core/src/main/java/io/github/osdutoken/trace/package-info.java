/** What a sign-in met, page by page, as a folder to open in a browser. Nothing in it is secret. */
@NullMarked
package io.github.osdutoken.trace;

import org.jspecify.annotations.NullMarked;
