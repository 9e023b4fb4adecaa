/** The redirect URI: what arrives there, and who hears it first. */
@NullMarked
package io.github.osdutoken.redirect;

import org.jspecify.annotations.NullMarked;
