package io.github.osdutoken.junit;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.profile.ProfileLoader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One annotated place: which profile's tokens, and in which form. */
final class Injection {

    private static final String SUPPORTED =
            "Supported are RefreshToken, AccessToken, IdToken and OsduSession of io.github.osdutoken,"
                    + " java.util.function.Supplier<AccessToken>, and java.lang.String (the refresh token's value).";

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
     * @param place where it is declared, for the message
     */
    Object of(Type type, String place) {
        if (type == RefreshToken.class) {
            return tokens().requiredRefreshToken();
        } else if (type == AccessToken.class) {
            return tokens().accessToken();
        } else if (type == IdToken.class) {
            return tokens().requiredIdToken();
        } else if (type == OsduSession.class) {
            tokens(); // fails here, where the test can see it, and not at the first call
            return OsduSession.of(profile());
        } else if (isSupplierOfAccessToken(type)) {
            tokens();
            return (Supplier<AccessToken>) TokenSource.of(profile())::accessToken;
        } else if (type == String.class) {
            return tokens().requiredRefreshToken().value();
        }
        throw new ExtensionConfigurationException(
                "@OsduRefreshToken cannot be put on " + place + " of type " + type.getTypeName() + ". " + SUPPORTED);
    }

    private static boolean isSupplierOfAccessToken(Type type) {
        return type instanceof ParameterizedType supplier
                && supplier.getRawType() == Supplier.class
                && supplier.getActualTypeArguments()[0] == AccessToken.class;
    }

    private Tokens tokens() {
        TokenSource source = TokenSource.of(profile());
        return annotation.fresh() ? source.freshTokens() : source.tokens();
    }

    private Profile profile() {
        Profile profile = ProfileLoader.standard()
                .withConfigurationParameters(context::getConfigurationParameter)
                .load(annotation.profile());
        return annotation.scope().isEmpty() ? profile : profile.withScope(annotation.scope());
    }
}
