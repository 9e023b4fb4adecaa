/** The JUnit extension: finds what is annotated, asks the core for tokens, and puts them there. */
@NullMarked
package io.github.osdutoken.junit;

import org.jspecify.annotations.NullMarked;
