package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTests {

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", textBlock = """
                    https://login.example/common/login?a={b|c}^#d -> https, login.example, login.example, /common/login
                    HTTPS://Login.Example:443/A -> https, login.example, login.example, /A
                    https://login.example:/t -> https, login.example, login.example, /t
                    http://[::1]:8080/a|b/{c} -> http, [::1]:8080, [::1], /a|b/{c}
                    http://127.0.0.1:80 -> http, 127.0.0.1, 127.0.0.1,
                    https://sts_corp.example:8443?a/b -> https, sts_corp.example:8443, sts_corp.example,
                    https://login.example@evil.example/ -> https, evil.example, evil.example, /
                    https://login.example:1@evil.example:2@x.example/ -> https, x.example, x.example, /
                    https://evil.example?https://login.example/ -> https, evil.example, evil.example,
                    https://evil.example#@login.example/ -> https, evil.example, evil.example,
                    """)
    void tellsOfWhatItConsists(String text, String components) {
        PageAddress address = PageAddress.of(text);

        assertThat(String.join(", ", address.scheme(), address.host(), address.hostName(), address.path())
                        .strip())
                .isEqualTo(components);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "about:blank",
                "data:text/html,<p>https://login.example/</p>",
                "javascript://",
                "/a",
                "?",
                "#"
            })
    void findsNoHostWhereThereIsNone(String text) {
        assertThat(PageAddress.of(text).host()).isEmpty();
    }
}
