/** Tokens for suites that know nothing of this library: system properties, set through the JUnit Platform. */
@NullMarked
package io.github.osdutoken.junit.export;

import org.jspecify.annotations.NullMarked;
