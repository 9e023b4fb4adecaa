package io.github.osdutoken;

/**
 * How a confidential client proves who it is (RFC 6749, section 2.3): with a {@link ClientSecret} or a {@link
 * ClientCertificate}. A client has one of them and never tries the other: a refused one spends the authorization code.
 *
 * @since 0.1
 */
public sealed interface ClientCredential permits ClientSecret, ClientCertificate {}
