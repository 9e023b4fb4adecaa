package io.github.osdutoken.trace;

import io.github.osdutoken.Client;
import io.github.osdutoken.ClientCertificate;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TestUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The settings of a sign-in, as the user spells them; of a secret only whether there is one. */
final class Settings {

    private Settings() {}

    static List<Report.Fact> of(Profile profile, String browser) {
        Client client = profile.client();
        TestUser user = profile.user();
        SignInOptions options = profile.signIn();
        return List.of(
                fact("profile", profile.name()),
                fact("osdu.username", user.toString()),
                fact("osdu.password", presence(user.password())),
                fact("osdu.totp-secret", presence(user.totpSecret())),
                fact("osdu.issuer", profile.issuer()),
                fact("osdu.client-id", client.id()),
                fact("osdu.client-secret", presence(client.secret())),
                fact("osdu.client-certificate", client.credential() instanceof ClientCertificate one ? one : null),
                fact("osdu.redirect-uri", client.redirectUri()),
                fact("osdu.scope", client.scope()),
                fact("osdu.trusted-hosts", String.join(", ", new TreeSet<>(options.trustedHosts()))),
                fact("osdu.accept-consent", options.acceptConsent()),
                fact("osdu.skip-mfa-registration", options.skipMfaRegistration()),
                fact("osdu.pages", options.pages()),
                fact("osdu.browser", options.browser()),
                fact("osdu.headless", options.headless()),
                fact("osdu.grid-url", options.gridUrl()),
                fact("osdu.grid-password", presence(options.gridCredentials())),
                fact("osdu.timeout", options.timeout().toMillis() / 1000.0 + " s"),
                fact("osdu.cache", profile.cache().name().toLowerCase(Locale.ROOT)),
                fact("browser", browser),
                fact("Java", Runtime.version() + " on " + System.getProperty("os.name")));
    }

    private static Report.Fact fact(String name, @Nullable Object value) {
        String text = value == null ? "" : value instanceof Path path ? path.toString() : value.toString();
        return new Report.Fact(name, text.isEmpty() ? "\u2013" : text);
    }

    private static String presence(@Nullable Object secret) {
        return secret == null ? "not set" : "set";
    }
}
