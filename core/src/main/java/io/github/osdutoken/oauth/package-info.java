/** The protocol: discovery, the authorization request, the token endpoint, the ID token's checks. */
@NullMarked
package io.github.osdutoken.oauth;

import org.jspecify.annotations.NullMarked;
