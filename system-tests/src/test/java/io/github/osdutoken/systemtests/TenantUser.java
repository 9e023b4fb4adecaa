package io.github.osdutoken.systemtests;

import io.github.osdutoken.CacheMode;
import io.github.osdutoken.Client;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.emulator.Emulator;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Someone who signs in with settings of a test's own. */
record TenantUser(Profile profile) {

    static TenantUser of(Emulator emulator, String name) {
        Map<String, String> settings = emulator.settings(name);
        String clientId = emulator.clientId();
        String secret = emulator.clientSecret();
        String totp = settings.get("osdu.totp-secret");
        return new TenantUser(new Profile(
                name,
                emulator.issuer(),
                new Client(
                        clientId,
                        secret == null ? null : new ClientSecret(secret),
                        URI.create("http://localhost:8080"),
                        clientId + "/.default openid profile offline_access"),
                new TestUser(
                        settings.get("osdu.username"),
                        new Password(settings.get("osdu.password")),
                        totp == null ? null : new TotpSecret(totp),
                        null),
                SignInOptions.DEFAULTS,
                CacheMode.MEMORY,
                null));
    }

    /** At an issuer that is not ours, and may be slow. */
    static TenantUser at(String issuer, Client client, TestUser user, boolean acceptConsent) {
        SignInOptions options = new SignInOptions(
                Set.of(), acceptConsent, false, null, "auto", true, null, Duration.ofMinutes(2), TraceMode.OFF, null);
        return new TenantUser(
                new Profile(client.id(), URI.create(issuer), client, user, options, CacheMode.MEMORY, null));
    }

    TenantUser withPassword(String password) {
        TestUser user = profile.user();
        return with(new TestUser(user.username(), new Password(password), user.totpSecret(), null));
    }

    TenantUser withUsername(String username) {
        TestUser user = profile.user();
        return with(new TestUser(username, user.password(), user.totpSecret(), null));
    }

    TenantUser withTotpSecret(String secret) {
        TestUser user = profile.user();
        return with(new TestUser(user.username(), user.password(), new TotpSecret(secret), null));
    }

    TenantUser withoutTotpSecret() {
        TestUser user = profile.user();
        return with(new TestUser(user.username(), user.password(), null, null));
    }

    TenantUser withClient(UnaryOperator<Client> change) {
        return new TenantUser(new Profile(
                profile.name(),
                profile.issuer(),
                change.apply(profile.client()),
                profile.user(),
                profile.signIn(),
                profile.cache(),
                null));
    }

    TenantUser within(Duration timeout) {
        SignInOptions was = profile.signIn();
        return with(new SignInOptions(
                was.trustedHosts(),
                was.acceptConsent(),
                was.skipMfaRegistration(),
                was.pages(),
                was.browser(),
                was.headless(),
                was.gridUrl(),
                timeout,
                was.trace(),
                was.traceDir(),
                was.gridCredentials()));
    }

    Tokens signIn() {
        return TokenSource.of(profile).freshTokens();
    }

    TenantUser with(SignInOptions options) {
        return new TenantUser(new Profile(
                profile.name(), profile.issuer(), profile.client(), profile.user(), options, profile.cache(), null));
    }

    private TenantUser with(TestUser user) {
        return new TenantUser(new Profile(
                profile.name(), profile.issuer(), profile.client(), user, profile.signIn(), profile.cache(), null));
    }
}
