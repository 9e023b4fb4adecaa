/** What a token costs, measured in whole processes and, where it fits, by JMH. */
@NullMarked
package io.github.osdutoken.benchmarks;

import org.jspecify.annotations.NullMarked;
