/** A small OSDU API: entitlements, legal, storage, search, schema, file, and who may call what. */
@NullMarked
package io.github.osdutoken.emulator.osdu;

import org.jspecify.annotations.NullMarked;
