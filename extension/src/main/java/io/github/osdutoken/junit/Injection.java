package io.github.osdutoken.junit;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.profile.ProfileLoader;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One annotated place: which profile's tokens, and in which form. */
final class Injection {

    private final OsduRefreshToken annotation;
    private final ExtensionContext context;

    Injection(OsduRefreshToken annotation, ExtensionContext context) {
        this.annotation = annotation;
        this.context = context;
    }

    /**
     * Return what a type asks for.
     *
     * @param type the declared type
     * @param place what has that type, for the message
     */
    Object of(Type type, String place) {
        if (type == RefreshToken.class) {
            return tokens().requiredRefreshToken();
        } else if (type == AccessToken.class) {
            return tokens().accessToken();
        } else if (type == IdToken.class) {
            return tokens().requiredIdToken();
        } else if (type == String.class) {
            return tokens().requiredRefreshToken().value();
        } else if (type == OsduSession.class) {
            return session();
        } else if (SuppliedType.of(type).isAccessToken()) {
            return supplier();
        }
        throw new ExtensionConfigurationException("@OsduRefreshToken cannot be put on " + place + " of type "
                + type.getTypeName() + ". Supported are RefreshToken, AccessToken, IdToken and OsduSession of"
                + " io.github.osdutoken, java.util.function.Supplier<AccessToken>, and java.lang.String (the refresh"
                + " token's value).");
    }

    private Tokens tokens() {
        TokenSource source = TokenSource.of(profile());
        return annotation.fresh() ? source.freshTokens() : source.tokens();
    }

    /** What cannot be had fails here, where the test's reader sees it, and not at the first call. */
    private OsduSession session() {
        Profile profile = profile();
        OsduSession session = OsduSession.of(profile);
        if (annotation.fresh()) {
            TokenSource.of(profile).freshTokens();
        }
        session.accessToken();
        return session;
    }

    private Supplier<AccessToken> supplier() {
        TokenSource source = TokenSource.of(profile());
        if (annotation.fresh()) {
            source.freshTokens();
        }
        source.tokens();
        return source::accessToken;
    }

    private Profile profile() {
        Profile profile = ProfileLoader.standard()
                .withConfigurationParameters(context::getConfigurationParameter)
                .load(annotation.profile());
        return annotation.scope().isBlank() ? profile : profile.withScope(annotation.scope());
    }
}
