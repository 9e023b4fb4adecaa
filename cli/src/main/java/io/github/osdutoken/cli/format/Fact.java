package io.github.osdutoken.cli.format;

import io.github.osdutoken.OsduServer;
import io.github.osdutoken.Secret;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing that tools want to know, each under a name of its own. What is not known is {@code null}, and left out. */
enum Fact {
    TENANT(issued -> Endpoints.of(issued.profile()).tenant()),
    CLIENT_ID(issued -> issued.profile().client().id()),
    CLIENT_SECRET(true, issued -> value(issued.profile().client().secret())),
    SCOPE(issued -> issued.profile().client().scope()),
    REDIRECT_URI(issued -> issued.profile().client().redirectUri().toString()),
    /** Entra ID's host, to which a tenant is appended. */
    AUTHORITY(issued -> {
        String authority = Endpoints.of(issued.profile()).authority();
        return authority == null ? null : authority + "/";
    }),
    AUTHORIZATION_ENDPOINT(
            issued -> Endpoints.of(issued.profile()).authorization().toString()),
    TOKEN_ENDPOINT(issued -> Endpoints.of(issued.profile()).token().toString()),
    REFRESH_TOKEN(true, issued -> issued.tokens().requiredRefreshToken().value()),
    ACCESS_TOKEN(true, issued -> issued.tokens().accessToken().value()),
    /** The OSDU server with its scheme. */
    SERVER(issued -> server(issued, uri -> uri.toString())),
    /** The OSDU server without its scheme. */
    HOST(issued -> server(issued, uri -> uri.getRawAuthority())),
    SEISMIC_STORE(issued -> server(issued, uri -> uri + "/seistore-svc/api/v3")),
    DATA_PARTITION(issued -> {
        OsduServer osdu = issued.profile().osdu();
        return osdu == null ? null : osdu.dataPartitionId();
    });

    private final boolean secret;

    // The lambdas above have no state, which their type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Issued, @Nullable String> value;

    Fact(Function<Issued, @Nullable String> value) {
        this(false, value);
    }

    Fact(boolean secret, Function<Issued, @Nullable String> value) {
        this.secret = secret;
        this.value = value;
    }

    boolean secret() {
        return secret;
    }

    @Nullable
    String in(Issued issued) {
        return value.apply(issued);
    }

    private static @Nullable String value(@Nullable Secret secret) {
        return secret == null ? null : secret.value();
    }

    private static @Nullable String server(Issued issued, Function<URI, String> part) {
        OsduServer osdu = issued.profile().osdu();
        return osdu == null ? null : part.apply(osdu.uri());
    }
}
