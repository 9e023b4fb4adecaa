package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tokens for tests that expect to be refused. */
class ForgedTokenTests {

    private final Instant end = Instant.now().plusSeconds(3_000).truncatedTo(ChronoUnit.SECONDS);

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private AccessToken jwt(String claims) {
        return new AccessToken(encoded("{\"alg\":\"RS256\"}") + "." + encoded(claims) + ".AAAAAAAA", end);
    }

    private static String claims(AccessToken token) {
        return new String(Base64.getUrlDecoder().decode(token.value().split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    @Test
    void tamperedDiffersInOneCharacterOfTheSignature() {
        AccessToken token = jwt("{}");
        AccessToken tampered = token.tampered();

        assertThat(tampered.value()).isEqualTo(token.value().replace(".AAAAAAAA", ".AAAABAAA"));
        assertThat(tampered.expiresAt()).isEqualTo(end);
        assertThat(tampered.tampered()).as("back again").isEqualTo(token);
    }

    @Test
    void anOpaqueTokenIsTamperedWithInItsMiddle() {
        AccessToken opaque = new AccessToken("opaque", end);

        assertThat(opaque.tampered().value()).isEqualTo("opaAue");
        assertThat(opaque.expired().value()).isEqualTo("opaAue");
        assertThat(opaque.expired().expiresAt()).isBefore(Instant.now());
        assertThat(new AccessToken("A", end).tampered().value()).isEqualTo("B");
    }

    @Test
    void expiredHasAllItsTimesMovedBack() {
        long exp = end.getEpochSecond();
        AccessToken expired = jwt("{\"iat\":" + (exp - 3_600) + ",\"exp\" : " + exp + ",\"nbf\":" + (exp - 3_600)
                        + ",\"name\":\"\\\"exp\\\":1 Ü\"}")
                .expired();

        long past = expired.expiresAt().getEpochSecond();
        assertThat(Duration.between(expired.expiresAt(), Instant.now()))
                .isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
        assertThat(claims(expired))
                .isEqualTo("{\"iat\":" + (past - 3_600) + ",\"exp\":" + past + ",\"nbf\":" + (past - 3_600)
                        + ",\"name\":\"\\\"exp\\\":1 Ü\"}");
        assertThat(expired.value())
                .startsWith(encoded("{\"alg\":\"RS256\"}") + ".")
                .endsWith(".AAAAAAAA");
    }

    @Test
    void whatLooksLikeAJwtAndIsNoneIsTamperedWith() {
        AccessToken noTimes = jwt("{\"sub\":\"a\"}");
        AccessToken noBase64 = new AccessToken("a.a.AAAA", end);

        assertThat(noTimes.expired().value()).isEqualTo(noTimes.tampered().value());
        assertThat(noBase64.expired().value()).isEqualTo("a.a.AABA");
    }
}
