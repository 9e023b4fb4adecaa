/** Tokens kept, sign-ins that failed remembered, and one sign-in at a time for each user. */
@NullMarked
package io.github.osdutoken.cache;

import org.jspecify.annotations.NullMarked;
