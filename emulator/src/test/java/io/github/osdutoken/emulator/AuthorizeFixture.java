package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** An emulator that locks accounts early, and a client without a browser. */
abstract class AuthorizeFixture {

    final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-03-01T10:00:00Z"));
    final Emulator emulator =
            Emulator.builder().clock(clock).lockoutThreshold(3).start();
    final HttpSignIn client = new HttpSignIn(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    static void assertRejected(HttpResponse<String> page, String code) throws Exception {
        JsonNode config = HttpSignIn.config(page);
        assertThat(config.get("pgid").asText()).isEqualTo("ConvergedSignIn");
        assertThat(config.get("sErrorCode").asText()).isEqualTo(code);
        assertThat(config.at("/arrValErrs/0").asText()).isEqualTo(code);
    }

    static void assertErrorPage(HttpResponse<String> page, String code) throws Exception {
        assertThat(page.headers().firstValue("Location")).isEmpty();
        JsonNode config = HttpSignIn.config(page);
        assertThat(config.get("pgid").asText()).isEqualTo("ConvergedError");
        assertThat(config.get("strServiceExceptionMessage").asText()).startsWith("AADSTS" + code + ": ");
    }
}
