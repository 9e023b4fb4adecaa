package io.github.osdutoken.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTests {

    private static final String SECRET = "p\"ä&ss <w>\\1'%+/é";

    private final Scrubber scrubber = new Scrubber();

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "p%22%C3%A4%26ss+%3Cw%3E%5C1%27%25%2B%2F%C3%A9",
                "p%22%c3%a4%26ss%20%3cw%3e%5c1'%25%2b%2f%c3%a9",
                "p%2522%25C3%25A4%2526ss%2520%253Cw%253E%255C1%2527%2525%252B%252F%25C3%25A9",
                "p\\\"ä&ss <w>\\\\1'%+\\/é",
                "p\\u0022\\u00e4\\u0026ss \\u003Cw\\u003e\\\\1\\u0027%+/\\u00E9",
                "p&quot;ä&amp;ss &lt;w&gt;\\1&#39;%+/é",
                "p&#34;&#xE4;&amp;ss&#32;&lt;w&gt;\\1&#x27;%+/&#233;",
                "p\\x22\\xe4\\x26ss\\x20\\x3cw\\x3e\\\\1\\x27%+/\\xe9",
                "p&amp;quot;ä&amp;amp;ss &amp;lt;w&amp;gt;\\1&amp;#39;%+/é"
            })
    void findsASecretHoweverItIsWritten(String written) {
        scrubber.hide(SECRET);

        assertThat(scrubber.scrub("before " + written + " after")).isEqualTo("before <redacted> after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "user:", "{\"password\":\""})
    void findsASecretInBase64WhereverItBegins(String before) {
        scrubber.hide("hunter2-hunter2");
        byte[] bytes = (before + "hunter2-hunter2" + ">?~").getBytes(StandardCharsets.UTF_8);

        assertThat(scrubber.scrub("x " + Base64.getEncoder().encodeToString(bytes)))
                .contains("<redacted>")
                .doesNotContain("aHVudGVy", "h1bnRlc", "odW50ZX");
        assertThat(scrubber.scrub("x " + Base64.getUrlEncoder().encodeToString(bytes)))
                .contains("<redacted>");
    }

    @ParameterizedTest
    @CsvSource({
        "the code 123456 was typed, the code <redacted> was typed",
        "otc=%20123456&x, otc=<redacted>&x",
        "at 9123456789 ms, at 9123456789 ms"
    })
    void findsAShortSecretAsAWholeWordOnly(String text, String scrubbed) {
        scrubber.hide("123456");

        assertThat(scrubber.scrub(text)).isEqualTo(scrubbed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET https://u:p@h:8/a/b?code=1.AX&state=s#id_token=x failed | GET https://h:8/a/b?code&state#… failed",
                "see (http://h/p?a=it's&b=secret)) | see (http://h/p?a&b",
                "data:text/html;base64,AAAA here | data:… here",
                "otpauth://totp/Me?secret=JBSWY3DP | otpauth://totp/Me?secret",
                "chrome-error://chromewebdata/ | chrome-error://chromewebdata/"
            })
    void keepsOfAnAddressThePlaceAndTheNamesOfItsParameters(String text, String scrubbed) {
        assertThat(scrubber.scrub(text)).isEqualTo(scrubbed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$Config = {\"sFT\":\"canary-1 x\",\"n\":1}",
                "{\\\"sCtx\\\":\\\"canary-1\\\"}",
                "apiCanary: 'canary-1'",
                "posted passwd=canary-1&n=1",
                "flowToken=canary-1",
                "refresh_token = \"canary-1\"",
                "Authorization: \"Bearer canary-1\"",
                "Bearer canary-1",
                "token eyJhbGciOiJub25lIn0.canary-1.sig"
            })
    void takesOutWhatHasTheNameOrTheFormOfASecret(String text) {
        assertThat(scrubber.scrub(text)).contains("<redacted>").doesNotContain("canary-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.AXoAq1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0U1v2W3",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="
            })
    void takesOutLongRandomTexts(String random) {
        assertThat(scrubber.scrub("it is " + random)).isIn("it is <redacted>", "it is 0.<redacted>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correlation id 1b4e28ba-2fa1-11d2-883f-0016d3cca427",
                "Entra ID says AADSTS50126: The password is wrong.",
                "ended here: UNKNOWN_PAGE",
                "typed the one-time code in #idTxtBx_SAOTCC_OTC, input[name=otc]",
                "Set it in the environment as OSDU_TOTP_SECRET; osdu.accept-consent=true, osdu.headless=false",
                "/home/Ada/IdeaProjects/company/storage-api-tests/target/osdu-sign-in",
                "https://login.microsoftonline.com/1b4e28ba-2fa1-11d2-883f-0016d3cca427/v2.0",
                "1b4e28ba-2fa1-11d2-883f-0016d3cca427/.default openid profile offline_access",
                "ada@contoso.com"
            })
    void leavesWhatIsNoSecret(String text) {
        assertThat(scrubber.scrub(text)).isEqualTo(text);
    }

    @Test
    void scrubsEveryTextOfATree() {
        scrubber.hide(SECRET);
        var tree = new ObjectMapper().valueToTree(Map.of("a", new Object[] {
            1, true, SECRET, Map.of("b", URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
        }));

        assertThat(scrubber.scrub(tree).toString()).isEqualTo("{\"a\":[1,true,\"<redacted>\",{\"b\":\"<redacted>\"}]}");
    }

    @Test
    void tellsNoSecretItself() {
        scrubber.hide(SECRET);

        assertThat(scrubber.toString()).isEqualTo("Scrubber[1 secrets]");
    }
}
