package io.github.osdutoken.aadsts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AadstsCodesTests {

    @ParameterizedTest
    @CsvSource({
        "50126, INVALID_CREDENTIALS",
        "50034, INVALID_CREDENTIALS",
        "50053, ACCOUNT_LOCKED",
        "50144, PASSWORD_EXPIRED",
        "50057, ACCOUNT_DISABLED",
        "50079, MFA_REGISTRATION_REQUIRED",
        "50076, MFA_REQUIRED",
        "65001, CONSENT_REQUIRED",
        "90094, ADMIN_CONSENT_REQUIRED",
        "50105, NOT_ASSIGNED",
        "53003, POLICY_BLOCKED",
        "7000218, APP_REGISTRATION",
        "90002, WRONG_TENANT",
        "50196, THROTTLED",
        "90033, UNAVAILABLE"
    })
    void givesEachNumberItsReason(int number, Reason reason) {
        assertThat(AadstsCodes.find(number).map(AadstsCode::reason)).contains(reason);
    }

    @Test
    void findsTheFirstNumberOfAText() {
        assertThat(AadstsCodes.in("Error: AADSTS7000215: Invalid client secret. See AADSTS50126.")
                        .map(AadstsCode::number))
                .contains(7000215);
        assertThat(AadstsCodes.in("no number here, AADSTS alone")).isEmpty();
        assertThat(AadstsCodes.in("AADSTS12345678901234567890: not a number of theirs"))
                .isEmpty();
    }

    @Test
    void returnsAnUnknownNumberAsSuch() {
        assertThat(AadstsCodes.find(99999)).isEmpty();
        assertThat(AadstsCodes.in("AADSTS99999: something new"))
                .contains(new AadstsCode(
                        99999,
                        Reason.PROTOCOL,
                        "This number is not in our table.",
                        "Look it up at https://login.microsoftonline.com/error?code=99999.",
                        false,
                        false));
    }

    @Test
    void marksNormalStepsAsNoFailure() {
        assertThat(AadstsCodes.all().stream().filter(AadstsCode::informational).map(AadstsCode::number))
                .containsExactly(50058, 50140, 50199, 81004, 81005, 81006, 81007, 81008, 81009, 81010, 81011, 81012);
    }

    @Test
    void saysCauseAndMendOfEveryNumberInWholeSentences() {
        assertThat(AadstsCodes.all()).hasSizeGreaterThan(200).allSatisfy(code -> {
            assertThat(code.cause()).as("%s", code).matches("[A-Z].+\\.");
            assertThat(code.mend()).as("%s", code).matches("[A-Z].+\\.");
        });
    }

    @Test
    void describesWithWhatFindsTheSignInInTheLogAndNothingElseOfTheServersText() {
        AadstsCode code = AadstsCodes.of(50126);

        assertThat(code.describe("AADSTS50126: Error validating s3cret.\r\nTrace ID: 1\r\nCorrelation ID:"
                        + " 0a0b0c0d-0000-1111-2222-333344445555\r\nTimestamp: 2026-11-23 10:00:00Z"))
                .isEqualTo("AADSTS50126: The user name or the password is wrong. (correlation id"
                        + " 0a0b0c0d-0000-1111-2222-333344445555, timestamp 2026-11-23 10:00:00Z)");
        assertThat(code.describe("Correlation Id: 0a0b0c0d-0000-1111-2222-333344445555"))
                .isEqualTo("AADSTS50126: The user name or the password is wrong. (correlation id"
                        + " 0a0b0c0d-0000-1111-2222-333344445555)");
        assertThat(code.describe("Timestamp: 2026-11-23T10:00:00.123Z"))
                .isEqualTo("AADSTS50126: The user name or the password is wrong. (timestamp 2026-11-23T10:00:00.123Z)");
        assertThat(code.describe("")).isEqualTo("AADSTS50126: The user name or the password is wrong.");
    }
}
