/**
 * The front door: typed tokens, the {@link io.github.osdutoken.Profile} that says who signs in where, the
 * {@link io.github.osdutoken.TokenSource} that hands tokens out, and the one exception family.
 *
 * <p>The packages below this one are the stations a token passes on its way here and are not meant for users' code.
 */
@NullMarked
package io.github.osdutoken;

import org.jspecify.annotations.NullMarked;
