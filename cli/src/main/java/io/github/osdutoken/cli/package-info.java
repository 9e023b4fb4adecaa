/** The command line {@code osdu-token}: parses, asks the core, prints. */
@NullMarked
package io.github.osdutoken.cli;

import org.jspecify.annotations.NullMarked;
