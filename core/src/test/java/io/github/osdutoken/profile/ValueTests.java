package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.osdutoken.CacheMode;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TraceMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "60s, PT60S", "2m, PT2M", "1H, PT1H", "PT1M30S, PT1M30S", "pt90s, PT90S", "2 m, PT2M"})
    void readsDurations(String text, Duration duration) throws Exception {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout | 60 | Give a number with a unit (60s, 2m, 500ms, 1h), or ISO 8601 (PT1M).",
                "timeout | 99999999999s | Give a number with a unit (60s, 2m, 500ms, 1h), or ISO 8601 (PT1M).",
                "timeout | 0s | Give more than no time at all.",
                "timeout | PT-1S | Give more than no time at all.",
                "headless | yes | Use one of true, false.",
                "accept-consent | 1 | Use one of true, false.",
                "skip-mfa-registration | on | Use one of true, false.",
                "cache | disk | Use one of file, memory, none.",
                "trace | true | Use one of on-failure, always, off.",
                "browser | firefox | Use one of auto, chrome, chromium, headless-shell, edge, or the path of a"
                        + " Chromium-based browser.",
                "tenant-id | a/b | Give the tenant's ID (a GUID) or one of its domains, such as contoso.onmicrosoft.com.",
                "issuer | http://idp.example | Use https; http is accepted on loopback only (localhost, 127.0.0.0/8,"
                        + " [::1]).",
                "issuer | http://127.0.0.1.evil.example | Use https; http is accepted on loopback only (localhost,"
                        + " 127.0.0.0/8, [::1]).",
                "issuer | idp.example | Give a URL that begins with https:// or, where accepted, http://.",
                "issuer | https://idp.example?a=b | Give the issuer without a query and without a fragment.",
                "issuer | https:///x | Give a URL with a host name, and a port from 1 to 65535 if any.",
                "issuer | https://a b | Give a URL, such as https://example.com.",
                "issuer | https://a_b | Give a URL with a host name, and a port from 1 to 65535 if any.",
                "issuer | https://a:99999 | Give a URL with a host name, and a port from 1 to 65535 if any.",
                "authority | http://login.example | Use https; http is accepted on loopback only (localhost,"
                        + " 127.0.0.0/8, [::1]).",
                "authority | https://login.microsoftonline.com/contoso | Give the sign-in host alone, such as"
                        + " https://login.microsoftonline.us; the tenant goes into osdu.tenant-id, and an issuer of"
                        + " another kind into osdu.issuer.",
                "redirect-uri | localhost:8080 | Give a URL that begins with https:// or, where accepted, http://.",
                "redirect-uri | /callback | Give a URL that begins with https:// or, where accepted, http://.",
                "redirect-uri | http://example.com/ | Use https; http is accepted on loopback only (localhost,"
                        + " 127.0.0.0/8, [::1]).",
                "redirect-uri | http://localhost:8080/#a | Give the redirect URI exactly as it is registered, without"
                        + " a fragment.",
                "grid-url | ftp://grid | Give a URL that begins with https:// or, where accepted, http://.",
                "server | https://a.example/api/storage/v2 | Give the base of the instance alone, such as"
                        + " https://contoso.energy.azure.com, without a path.",
                "server | http://a.example | Use https; http is accepted on loopback only (localhost, 127.0.0.0/8,"
                        + " [::1]).",
                "data-partition-id | a b | Give one data partition's ID, such as contoso-opendes.",
                "trusted-hosts | https://adfs.contoso.com | Give host names alone, such as adfs.contoso.com, without a"
                        + " scheme and without a path.",
                "trusted-hosts | *.contoso.com | Name each host in full; a wildcard would trust hosts nobody has seen.",
                "trusted-hosts | adfs;idp | Give a list of host or host:port, separated by commas, such as"
                        + " adfs.contoso.com,idp.test:8443.",
                "trusted-hosts | adfs:0 | Give ports from 1 to 65535.",
                "export | ROOT_USER_TOKEN | Give a list of VARIABLE=profile, separated by commas, such as"
                        + " PRIVILEGED_USER_TOKEN=default,NO_ACCESS_USER_TOKEN=no-access.",
                "export | user.home=default | Give a list of VARIABLE=profile, separated by commas, such as"
                        + " PRIVILEGED_USER_TOKEN=default,NO_ACCESS_USER_TOKEN=no-access.",
                "export | A=default A=no-access | Name each variable once.",
            })
    void refusesWhatItDoesNotUnderstand(String key, String value, String advice) {
        Given given = Given.user(directory).variable("OSDU_SERVER", "a.example").variable("OSDU_PARTITION", "p");
        String variable = Setting.ofShortKey(key).orElseThrow().variable();

        assertThat(given.variable(variable, value).failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu." + key + " is '" + value
                        + "', set by the environment variable " + variable + ". " + advice);
    }

    @Test
    void readsTrustedHosts() throws Exception {
        assertThat(TrustedHosts.parse(" ADFS.contoso.com:443, idp.test:08443  [::1]:1\nlocalhost,"))
                .containsExactly("adfs.contoso.com", "idp.test:8443", "[::1]:1", "localhost");
        assertThat(catchThrowableOfType(MalformedValueException.class, () -> TrustedHosts.parse("ok.example,-x")))
                .isNotNull();
    }

    @Test
    void readsExportsWithoutAnythingElse() {
        assertThat(Given.nothing(directory).loader().exports()).isEmpty();
        assertThat(Given.nothing(directory)
                        .parameter("osdu.export", " ROOT_USER_TOKEN=default, B=no-access\nC=default,")
                        .loader()
                        .exports())
                .containsExactly(entry("ROOT_USER_TOKEN", "default"), entry("B", "no-access"), entry("C", "default"));
    }

    @Test
    void readsEveryOption() {
        SignInOptions options = Given.user(directory)
                .file("pages.json", "{}")
                .workingDirectoryFile("""
                        osdu.trusted-hosts=adfs.contoso.com
                        osdu.accept-consent=True
                        osdu.skip-mfa-registration=true
                        osdu.pages=pages.json
                        osdu.browser=/opt/chrome
                        osdu.headless=FALSE
                        osdu.grid-url=http://grid:4444
                        osdu.timeout=PT1M
                        osdu.trace=Always
                        osdu.trace-dir=traces
                        """)
                .load()
                .signIn();

        assertThat(options)
                .isEqualTo(new SignInOptions(
                        Set.of("adfs.contoso.com"),
                        true,
                        true,
                        directory.resolve("pages.json"),
                        "/opt/chrome",
                        false,
                        URI.create("http://grid:4444"),
                        Duration.ofMinutes(1),
                        TraceMode.ALWAYS,
                        directory.resolve("traces")));
    }

    @Test
    void readsWordsInAnyCaseAndLocale() {
        Locale locale = Locale.getDefault();
        Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
        try {
            assertThat(Given.user(directory)
                            .variable("OSDU_CACHE", "FILE")
                            .variable("OSDU_TRACE", "On-Failure")
                            .load()
                            .cache())
                    .isEqualTo(CacheMode.FILE);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void checksFilesAndFolders() {
        Given given = Given.user(directory).file("a-file", "");
        Path file = directory.resolve("a-file");
        assertThat(given.variable("OSDU_PAGES", "none.json")
                        .variable("OSDU_CACHE_DIR", "a-file")
                        .variable("OSDU_TRACE_DIR", "a-file")
                        .failure())
                .contains("OSDU_PAGES. Name a file that exists and can be read; " + directory.resolve("none.json")
                        + " does not.")
                .contains("OSDU_CACHE_DIR. Name a folder; " + file + " is a file.")
                .contains("OSDU_TRACE_DIR. Name a folder; " + file + " is a file.");
    }
}
