/** A fleet of CI jobs that share test accounts, simulated: what they ask of Entra ID, and what becomes of them. */
@NullMarked
package io.github.osdutoken.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
