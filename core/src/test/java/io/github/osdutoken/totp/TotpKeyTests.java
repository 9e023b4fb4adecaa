package io.github.osdutoken.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.TotpSecret;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpKeyTests {

    private static final String DIGITS = "1234567890123456789012345678901234567890123456789012345678901234";

    /** RFC 6238, appendix B; its keys are in the errata: as long as the hash. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826",
    })
    void givesTheCodesOfTheStandard(long seconds, String sha1, String sha256, String sha512) {
        Instant time = Instant.ofEpochSecond(seconds);
        assertThat(code("SHA1", 20, time)).isEqualTo(sha1);
        assertThat(code("SHA256", 32, time)).isEqualTo(sha256);
        assertThat(code("SHA512", 64, time)).isEqualTo(sha512);
    }

    private static String code(String algorithm, int length, Instant time) {
        String secret = SoftwareTokens.base32(DIGITS.substring(0, length)).replace("=", "");
        return code("otpauth://totp/x?secret=" + secret + "&algorithm=" + algorithm + "&digits=8", time);
    }

    private static String code(String secret, Instant time) {
        TotpKey key = TotpKey.of(new TotpSecret(secret));
        return key.codeOf(key.stepAt(time)).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
                "GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ",
                " gezdgnbvgy3tqojq\u00a0GEZDGNBVGY3TQOJQ \r\n",
                "otpauth://totp/Contoso:editor%40contoso.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Microsoft",
                "OTPAUTH://TOTP/Two words?issuer=a&secret=gezdgnbvgy3tqojqgezdgnbvgy3tqojq&algorithm=sha1&period=30",
                "otpauth://totp?secret=GEZDGNBV+GY3TQOJQ%20GEZDGNBV-GY3TQOJQ&digits=6#fragment",
            })
    void readsASecretHoweverItIsWritten(String text) {
        assertThat(code(text, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(TotpKey.whyUnusable(new TotpSecret(text))).isEmpty();
    }

    @Test
    void readsASecretWithPaddingAndWithout() {
        String padded = SoftwareTokens.base32("eleven byte");
        assertThat(padded).endsWith("======");
        Instant time = Instant.ofEpochSecond(59);
        assertThat(code(padded, time)).isEqualTo(code(padded.replace("=", ""), time));
    }

    @Test
    void readsThePeriod() {
        TotpKey key = TotpKey.of(new TotpSecret("otpauth://totp/x?secret=GEZDGNBV&period=60"));
        assertThat(key.stepAt(Instant.ofEpochSecond(119))).isEqualTo(1);
        assertThat(key.startOf(2)).isEqualTo(Instant.ofEpochSecond(120));
    }

    @Test
    void writesCodesInDecimalDigitsInAnyLocale() {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
        try {
            assertThat(code("SHA1", 20, Instant.ofEpochSecond(1111111109))).isEqualTo("07081804");
        } finally {
            Locale.setDefault(locale);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "canary 4711 | It has characters other than the letters A to Z and the digits 2 to 7, of which base32 is"
                        + " made.",
                "GEZD=GNBV | It has characters other than the letters A to Z and the digits 2 to 7, of which base32 is"
                        + " made.",
                "471147 | It is a code of six to eight digits, and not the secret behind it.",
                "234 567 | It is a code of six to eight digits, and not the secret behind it.",
                "CANARYCAN | Its length is none that base32 has: a part is missing.",
                "CANARYCANAR | Its length is none that base32 has: a part is missing.",
                "CANARYCANARYCA | Its length is none that base32 has: a part is missing.",
                "- | There is no secret in it.",
                "otpauth://totp/x | There is no secret in it.",
                "otpauth://totp/x?issuer=canary | There is no secret in it.",
                "otpauth://hotp/x?secret=GEZDGNBV&counter=1 | It is an otpauth URI of another type than totp (RFC"
                        + " 6238).",
                "otpauth://totp/x?secret=GEZDGNBV&algorithm=MD5 | Its algorithm is none of SHA1, SHA256, SHA512.",
                "otpauth://totp/x?secret=GEZDGNBV&digits=5 | Its digits is no number from 6 to 8.",
                "otpauth://totp/x?secret=GEZDGNBV&digits=canary | Its digits is no number from 6 to 8.",
                "otpauth://totp/x?secret=GEZDGNBV&period=0 | Its period is no number from 10 to 300.",
                "otpauth://totp/x?secret=GEZDGNBV&period=99999999999 | Its period is no number from 10 to 300.",
                "phonefactor://activate_account?code=canary | It is a URI of another kind, for one vendor's own app.",
            })
    void saysWhatIsWrongWithASecretButNotTheSecret(String text, String why) {
        String sentences = why + " Give the base32 text that the registration page of Entra ID shows under 'I want to"
                + " use a different authenticator app', 'Can't scan image?', or an otpauth://totp/ URI.";
        TotpSecret secret = new TotpSecret(text);
        assertThat(TotpKey.whyUnusable(secret)).contains(sentences);
        assertThatThrownBy(() -> TotpKey.of(secret))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Reading the secret of the user's software token failed: osdu.totp-secret (OSDU_TOTP_SECRET"
                        + " in the environment) cannot be used. " + sentences)
                .hasNoCause();
    }

    @Test
    void printsNeitherKeyNorCode() throws Exception {
        TotpKey key = TotpKey.of(new TotpSecret("GEZDGNBV"));
        assertThat(key).hasToString("<redacted>");
        assertThat(key.codeOf(1)).hasToString("<redacted>");
        assertThat(KeyUri.parse("GEZDGNBV")).hasToString("<redacted>");
    }

    @Test
    void namesKeysApartWithoutTellingThem() {
        String one = TotpKey.of(new TotpSecret("GEZDGNBV")).fingerprint();
        assertThat(one).matches("[0-9a-f]{64}");
        assertThat(TotpKey.of(new TotpSecret("otpauth://totp/other?secret=gezdgnbv"))
                        .fingerprint())
                .isEqualTo(one);
        assertThat(TotpKey.of(new TotpSecret("GEZDGNBW")).fingerprint()).isNotEqualTo(one);
    }
}
