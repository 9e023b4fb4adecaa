package io.github.osdutoken.cli.format;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.CacheMode;
import io.github.osdutoken.Client;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.OsduServer;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens with all that a syntax can stumble over. */
final class Samples {

    static final String TENANT = "11111111-2222-3333-4444-555555555555";

    /** On one line, for the syntaxes that have no other. */
    static final String NASTY =
            "a'b\"c`d$e${f}$(g)\\h\\\\i%j%%k%0Al;m#n #o=p[q]{r}|s&t<u>v*w?x!y~z \u00e4\u20ac\u2019\u2018\ud83d\ude00";

    static final String NASTY_LINES = NASTY + "\nsecond 'line'\r\nEOF\n";

    private Samples() {}

    static Issued issued(String refreshToken) {
        return new Issued(profile(new ClientSecret("client~" + refreshToken)), tokens(refreshToken), Map.of());
    }

    static Issued plain() {
        return new Issued(profile(null), tokens("0.ARoA-v4_j5.new"));
    }

    static Profile profile(@Nullable ClientSecret secret) {
        return new Profile(
                Profile.DEFAULT,
                URI.create("https://login.microsoftonline.com/" + TENANT + "/v2.0"),
                new Client("the-client", secret, URI.create("http://localhost:8080"), "the-client/.default openid"),
                new TestUser("editor@contoso.com", new Password("secret"), null, null),
                SignInOptions.DEFAULTS,
                CacheMode.NONE,
                new OsduServer(URI.create("https://contoso.energy.azure.com"), "contoso-opendes"));
    }

    static Tokens tokens(String refreshToken) {
        return new Tokens(
                new AccessToken("access." + refreshToken, Instant.parse("2030-01-02T03:04:05.678Z")),
                new RefreshToken(refreshToken),
                new IdToken("the.id.token"),
                "openid",
                TokenOrigin.REFRESH);
    }
}
