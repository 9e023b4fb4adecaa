package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.github.osdutoken.Client;
import io.github.osdutoken.ClientCertificate;
import io.github.osdutoken.ClientSecret;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one client's requests for tokens, each with what the client proves itself with (RFC 6749, section 2.3). */
final class GrantRequests {

    private final AuthorizationServer server;
    private final Client client;
    private final ClientID id;
    private final Clock clock;

    GrantRequests(AuthorizationServer server, Client client, Clock clock) {
        this.server = server;
        this.client = client;
        this.id = new ClientID(client.id());
        this.clock = clock;
    }

    /** Make a request, which can be sent once when it carries a client assertion. */
    HTTPRequest request(AuthorizationGrant grant) {
        // Not as the builder's scope, which Nimbus leaves out for a code; Entra ID reads it, others may ignore it.
        return builder(grant).customParameter("scope", client.scope()).build().toHTTPRequest();
    }

    /** Make the same request without a scope, which stands for the one that was granted (RFC 6749, section 6). */
    HTTPRequest requestInGrantedScope(AuthorizationGrant grant) {
        return builder(grant).build().toHTTPRequest();
    }

    private TokenRequest.Builder builder(AuthorizationGrant grant) {
        ClientAuthentication authentication = authentication();
        TokenRequest.Builder builder = authentication == null
                ? new TokenRequest.Builder(server.tokenEndpoint(), id, grant)
                : new TokenRequest.Builder(server.tokenEndpoint(), authentication, grant);
        if (authentication instanceof PrivateKeyJWT) {
            // The assertion says it, too, but Entra ID wants to read it here.
            builder.customParameter("client_id", client.id());
        }
        return builder;
    }

    /** Return what each request carries that an answer must not repeat. */
    List<String> secrets() {
        ClientSecret secret = client.secret();
        return secret == null
                ? List.of()
                : List.of(
                        secret.value(),
                        new ClientSecretBasic(id, new Secret(secret.value()))
                                .toHTTPAuthorizationHeader()
                                .substring("Basic ".length()));
    }

    private @Nullable ClientAuthentication authentication() {
        if (client.credential() instanceof ClientCertificate certificate) {
            return ClientAssertion.sign(client.id(), certificate, server, clock.instant());
        }
        if (client.credential() instanceof ClientSecret value) {
            Secret secret = new Secret(value.value());
            // RFC 8414, section 2: a server that does not say supports client_secret_basic.
            return server.features().authenticationMethods().contains("client_secret_post")
                    ? new ClientSecretPost(id, secret)
                    : new ClientSecretBasic(id, secret);
        }
        return null;
    }
}
