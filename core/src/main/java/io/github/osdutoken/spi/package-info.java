/** What another module gives the core: settings that lead to an emulator. */
@NullMarked
package io.github.osdutoken.spi;

import org.jspecify.annotations.NullMarked;
