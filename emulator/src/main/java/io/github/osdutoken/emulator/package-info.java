/** Entra ID's sign-in pages and a small OSDU API on loopback, for tests without Azure. For testing only. */
@NullMarked
package io.github.osdutoken.emulator;

import org.jspecify.annotations.NullMarked;
