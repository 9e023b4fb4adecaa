package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Build servers are told what to blank out, each in its own words, and nobody else is told anything. */
class LogMaskTests {

    private static final Map<String, String> GITHUB = Map.of("GITHUB_ACTIONS", "true");

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private static Tokens tokens(String access) {
        return new Tokens(
                new AccessToken(access, Instant.EPOCH), new RefreshToken("refresh"), null, "openid", TokenOrigin.CACHE);
    }

    private String written(Map<String, String> environment, Properties properties) {
        LogMask mask = new LogMask(environment, properties, console);
        mask.hide(tokens("one"));
        mask.hide(tokens("two"));
        return console.toString(StandardCharsets.UTF_8);
    }

    @Test
    void gitHubIsToldEachValueOnceOnALineOfItsOwn() {
        assertThat(written(GITHUB, new Properties()))
                .isEqualTo("\n::add-mask::one\n\n::add-mask::refresh\n\n::add-mask::two\n");
    }

    @Test
    void azurePipelinesIsToldInItsWords() {
        assertThat(written(Map.of("TF_BUILD", "True"), new Properties()))
                .isEqualTo("\n##vso[task.setsecret]one\n\n##vso[task.setsecret]refresh\n\n##vso[task.setsecret]two\n");
    }

    @Test
    void nobodyElseIsTold() {
        Properties gradle = new Properties();
        gradle.setProperty("org.gradle.test.worker", "1");

        assertThat(written(Map.of(), new Properties())).isEmpty();
        assertThat(written(Map.of("GITHUB_ACTIONS", "false", "CI", "true"), new Properties()))
                .isEmpty();
        assertThat(written(GITHUB, gradle)).isEmpty();
    }

    @Test
    void whatWasToldLongAgoIsForgottenUnlessItIsStillUsed() {
        LogMask mask = new LogMask(GITHUB, new Properties(), console);
        for (int i = 0; i < 1000; i++) {
            mask.hide(tokens("access-" + i));
        }
        mask.hide(tokens("access-0"));

        String told = console.toString(StandardCharsets.UTF_8);
        assertThat(told.lines().filter("::add-mask::refresh"::equals)).hasSize(1);
        assertThat(told.lines().filter("::add-mask::access-0"::equals)).hasSize(2);
    }

    @Test
    void aConsoleThatIsGoneDisturbsNoTest() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };
        Tokens tokens = tokens("one");

        assertThat(new LogMask(GITHUB, new Properties(), gone).hide(tokens)).isSameAs(tokens);
    }
}
