package io.github.osdutoken.junit;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.CacheMode;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One annotated place: whose tokens, and in which form. */
final class Injection {

    private static final Set<Type> SUPPORTED = Set.of(
            RefreshToken.class, AccessToken.class, IdToken.class, OsduSession.class, TokenSource.class, String.class);

    private final Demand demand;
    private final ExtensionContext context;

    Injection(Demand demand, ExtensionContext context) {
        this.demand = demand;
        this.context = context;
    }

    /**
     * Return what a type asks for.
     *
     * @param declared the declared type
     * @param place what has that type, for the message
     */
    Object of(DeclaredType declared, String place) {
        Type type = declared.resolved();
        boolean supplier = declared.isSupplierOfAccessTokens();
        if (!supplier && !SUPPORTED.contains(type)) {
            throw unsupported(declared, place);
        }
        Profile configured = ReadProfiles.get(demand, context);
        boolean apart = demand.fresh() && configured.user().password() != null;
        Profile profile = apart ? apart(configured) : configured;
        TokenSource source = TokenSource.of(profile);
        // What is not configured fails before anybody signs in.
        OsduSession session = type == OsduSession.class ? OsduSession.of(profile, source) : null;
        Tokens tokens = tokens(source, demand.fresh() && !apart, profile);
        if (session != null) {
            return session;
        } else if (supplier) {
            return (Supplier<AccessToken>)
                    () -> LogMask.ofThisProcess().hide(source.tokens()).accessToken();
        } else if (type == TokenSource.class) {
            return source;
        } else if (type == AccessToken.class) {
            return tokens.accessToken();
        } else if (type == IdToken.class) {
            return tokens.requiredIdToken();
        }
        RefreshToken refreshToken = tokens.requiredRefreshToken();
        return type == String.class ? refreshToken.value() : refreshToken;
    }

    private Tokens tokens(TokenSource source, boolean anew, Profile profile) {
        SignInReport report = new SignInReport(context);
        try {
            Tokens tokens = LogMask.ofThisProcess().hide(anew ? source.freshTokens() : source.tokens());
            report.publish(profile, tokens);
            return tokens;
        } catch (SignInException e) {
            report.attachTrace(e);
            throw e;
        }
    }

    /**
     * Return a profile that signs in by itself and keeps what it gets to itself, so that a test may use up its tokens or
     * revoke them. Without a password there is only the one refresh token to begin with, which all places share.
     */
    private static Profile apart(Profile profile) {
        TestUser user = profile.user();
        return profile.withUser(new TestUser(user.username(), user.password(), user.totpSecret(), null))
                .withCache(CacheMode.NONE);
    }

    private static ExtensionConfigurationException unsupported(DeclaredType type, String place) {
        return new ExtensionConfigurationException("@OsduRefreshToken cannot be put on " + place + " of type "
                + type + ". Supported are RefreshToken, AccessToken, IdToken, OsduSession and TokenSource"
                + " of io.github.osdutoken, java.util.function.Supplier<AccessToken>, and java.lang.String (the refresh"
                + " token's value).");
    }
}
