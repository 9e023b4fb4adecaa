/** How tokens are written for each tool that wants some, and how they get into a file that is already there. */
@NullMarked
package io.github.osdutoken.cli.format;

import org.jspecify.annotations.NullMarked;
