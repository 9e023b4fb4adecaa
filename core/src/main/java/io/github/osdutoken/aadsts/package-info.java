/** Entra ID's error numbers: the reason, the cause and the mend of each. */
@NullMarked
package io.github.osdutoken.aadsts;

import org.jspecify.annotations.NullMarked;
