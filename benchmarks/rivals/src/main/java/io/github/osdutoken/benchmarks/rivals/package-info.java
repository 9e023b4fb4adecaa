/**
 * Other ways to a user's token, each a program: reads the {@code OSDU_} variables and prints the refresh token. All of them
 * send state and PKCE, check the state and exchange the code; all start the browser with the same switches.
 */
@NullMarked
package io.github.osdutoken.benchmarks.rivals;

import org.jspecify.annotations.NullMarked;
