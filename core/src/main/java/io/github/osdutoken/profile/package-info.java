/** Settings in, a checked {@link io.github.osdutoken.Profile} out: sources, their order, aliases, secrets. */
@NullMarked
package io.github.osdutoken.profile;

import org.jspecify.annotations.NullMarked;
