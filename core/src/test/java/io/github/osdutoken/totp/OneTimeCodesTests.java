package io.github.osdutoken.totp;

import static io.github.osdutoken.totp.SoftwareTokens.at;
import static io.github.osdutoken.totp.SoftwareTokens.clock;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.TotpSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTests {

    private final TotpSecret secret = SoftwareTokens.anew();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, true, PT0S",
        "2026-01-01T00:00:24.999Z, true, PT0S",
        "2026-01-01T00:00:25Z, true, PT0S",
        "2026-01-01T00:00:25.001Z, false, PT4.999S",
        "2026-01-01T00:00:29.999Z, false, PT0.001S",
        "2026-01-01T00:00:30Z, true, PT0S",
    })
    void givesNoCodeThatIsAboutToExpire(String instant, boolean given, Duration untilNext) {
        assertThat(at(instant, secret, folder).untilNext()).isEqualTo(untilNext);
        assertThat(at(instant, secret, folder).take().isPresent()).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:01Z, true",
        "2026-01-01T00:00:28Z, true",
        "2026-01-01T00:00:28.001Z, false",
        "2026-01-01T00:00:30Z, false",
    })
    void letsACodeThatWasNotSentBeTypedAgainUntilItIsAboutToExpire(String instant, boolean again) {
        OneTimeCode code = at("2026-01-01T00:00:00Z", secret, folder).take().orElseThrow();
        assertThat(at(instant, secret, folder).isCurrent(code)).isEqualTo(again);
    }

    @Test
    void givesTheCodeOfTheStep() {
        TotpSecret standard = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(at("2005-03-18T01:58:31Z", standard, folder).take().map(OneTimeCode::value))
                .contains("050471");
    }

    @Test
    void givesEachCodeOnceAndThenTheNext() {
        Optional<OneTimeCode> first = at("2026-01-01T00:00:01Z", secret, folder).take();
        assertThat(at("2026-01-01T00:00:02Z", secret, folder).take()).isEmpty();
        assertThat(at("2026-01-01T00:00:02Z", secret, folder).untilNext()).isEqualTo(Duration.ofSeconds(28));
        Optional<OneTimeCode> second =
                at("2026-01-01T00:00:30Z", secret, folder).take();
        assertThat(first).isPresent();
        assertThat(second).isPresent().isNotEqualTo(first);
    }

    @Test
    void givesACodeOnceHoweverTheSecretIsWritten() {
        assertThat(at("2026-01-01T00:00:01Z", secret, folder).take()).isPresent();
        TotpSecret same = new TotpSecret("otpauth://totp/other?secret=" + secret.value());
        assertThat(at("2026-01-01T00:00:01Z", same, folder).take()).isEmpty();
        assertThat(at("2026-01-01T00:00:01Z", SoftwareTokens.anew(), folder).take())
                .isPresent();
    }

    @Test
    void looksWithoutTaking() {
        OneTimeCodes codes = at("2026-01-01T00:00:01Z", secret, folder);
        assertThat(codes.untilNext()).isZero();
        assertThat(codes.untilNext()).isZero();
        assertThat(codes.take()).isPresent();
    }

    @Test
    void givesNoCodeAgainWhenTheClockIsSetBack() {
        assertThat(at("2026-01-01T00:05:00Z", secret, folder).take()).isPresent();
        assertThat(at("2026-01-01T00:04:00Z", secret, folder).take()).isPresent();
        assertThat(at("2026-01-01T00:05:00Z", secret, folder).take()).isEmpty();
    }

    @Test
    void givesCodesOnceInThisProcessWithoutAFolder() {
        OneTimeCodes codes = OneTimeCodes.inThisProcess(TotpKey.of(secret), clock("2026-01-01T00:00:01Z"));
        assertThat(codes.take()).isPresent();
        assertThat(OneTimeCodes.inThisProcess(TotpKey.of(secret), clock("2026-01-01T00:00:01Z"))
                        .take())
                .isEmpty();
        assertThat(at("2026-01-01T00:00:01Z", secret, folder).take()).isEmpty();
    }

    @Test
    void givesACodeToOneThreadAlone() throws Exception {
        Callable<Boolean> taking =
                () -> at("2026-01-01T00:00:01Z", secret, folder).take().isPresent();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int given = 0;
            for (var outcome : threads.invokeAll(Collections.nCopies(64, taking))) {
                given += outcome.get() ? 1 : 0;
            }
            assertThat(given).isOne();
        } finally {
            threads.shutdownNow();
        }
    }
}
