/** {@code osdu-token emulator}: what it is asked for, and how it is reached. */
@NullMarked
package io.github.osdutoken.cli.emulator;

import org.jspecify.annotations.NullMarked;
