/** Entra ID's protocol endpoints: discovery, keys, tokens. */
@NullMarked
package io.github.osdutoken.emulator.oauth;

import org.jspecify.annotations.NullMarked;
