package io.github.osdutoken.cli.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.Quirk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users and faults as they are written on the command line. */
class EmulatorOptionsTests {

    @Test
    void putsConditionsBeforeUsersOldAndNew() {
        var builder = Emulator.builder();
        new UserOption.Reader().convert("default:mfa-totp,CONSENT").addTo(builder);
        new UserOption.Reader().convert("tina").addTo(builder);
        try (Emulator emulator = builder.start()) {
            assertThat(emulator.user("editor").conditions()).containsExactly(Condition.MFA_TOTP, Condition.CONSENT);
            assertThat(emulator.user("tina").groups()).contains("users");
            assertThat(PrintedSettings.of(emulator, Path.of("cache")).values())
                    .containsKeys("OSDU_TOTP_SECRET", "OSDU_PROFILE_EDITOR_TOTP_SECRET", "OSDU_PROFILE_TINA_PASSWORD");
            assertThat(PrintedSettings.of(emulator, Path.of("cache")).secrets())
                    .contains("OSDU_PASSWORD", "OSDU_PROFILE_EDITOR_TOTP_SECRET", "OSDU_PROFILE_NO_ACCESS_PASSWORD")
                    .doesNotContain("OSDU_USERNAME", "OSDU_PROFILE_TINA_USERNAME");
        }
    }

    @Test
    void switchesQuirksOn() {
        try (Emulator emulator = Emulator.start()) {
            new FaultOption.Reader().convert("no-kmsi").switchOn(emulator.faults());

            assertThat(emulator.faults().has(Quirk.NO_KMSI)).isTrue();
            assertThat(emulator.faults().has(Quirk.NO_REFRESH_TOKEN)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ?                  | '?' is not a quirk. There are: no-kmsi, credential-type-throttled,
                    ?=5s               | '?' is not a step. There are: authorize, script,
                    token=x            | 'x' is not a failure. There are: too-many-requests, unavailable, dropped
                    token=?            | '?' is not a failure. There are: too-many-requests, unavailable, dropped
                    token=             | 'token=' is no fault such as token=unavailable,
                    token=dropped:0    | 'token=dropped:0' is no fault such as
                    """)
    void tellsWhichFaultsThereAre(String fault, String complaint) {
        assertThatThrownBy(() -> new FaultOption.Reader().convert(fault)).hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    editor:?               | '?' is not a condition. There are: account-remembered, account-split,
                    editor:consent,consent | names a condition twice
                    a b                    | 'a b' is no name of a user
                    """)
    void tellsWhichConditionsThereAre(String user, String complaint) {
        assertThatThrownBy(() -> new UserOption.Reader().convert(user)).hasMessageContaining(complaint);
    }
}
