/** Entra ID's sign-in: the authorization endpoint and the pages between it and the redirect. */
@NullMarked
package io.github.osdutoken.emulator.entra;

import org.jspecify.annotations.NullMarked;
