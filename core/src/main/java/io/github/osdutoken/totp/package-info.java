/** One-time codes of a test user's software token (RFC 6238): each given once, and not when it is about to expire. */
@NullMarked
package io.github.osdutoken.totp;

import org.jspecify.annotations.NullMarked;
