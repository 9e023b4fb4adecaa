package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.CacheMode;
import io.github.osdutoken.Client;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.systemtests.CommandLine.Ended;
import io.github.osdutoken.systemtests.Logged.Said;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** No password, code, token, cookie, state, nonce or code verifier is seen anywhere but where it belongs. */
@ResourceLock("java.util.logging") // one test's end would silence what another listens to
class SecretsStayInsideTests {

    private static final int SIX_DIGITS = 6;

    @TempDir
    private Path folder;

    @Test
    void inWhatTheCommandLinePrintsAndLeavesBehind() throws Exception {
        try (CanaryIssuer issuer = new CanaryIssuer()) {
            Path output = folder.resolve("tokens.json");

            Ended ended = CommandLine.run(
                    folder,
                    leavingAllItCan(issuer.environment()),
                    "--verbose",
                    "get",
                    "--format",
                    "json",
                    "--output",
                    output.toString());

            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(Files.readString(output))
                    .contains(
                            issuer.secrets().get("access token"),
                            issuer.secrets().get("refresh token"));
            Files.delete(output);
            assertThat(ended.err()).contains("Signed in ada@contoso.com");
            assertThat(issuer.secrets()).containsKeys("state", "nonce", "code verifier", "ID token", "one-time code");
            assertThat(ended.commandLines()).anySatisfy(line -> assertThat(line).contains("--user-data-dir"));
            assertNoneIn(String.join("\n", ended.commandLines()), "a process's arguments", issuer.secrets());
            assertNoneInFiles(issuer.secrets());
        }
    }

    @Test
    void inWhatAnyLibraryLogsAtAnyLevel() throws Exception {
        try (CanaryIssuer issuer = new CanaryIssuer();
                Logged logged = Logged.fromHere()) {
            Tokens tokens = TokenSource.of(profile(issuer)).freshTokens();

            assertThat(tokens.accessToken().value()).isEqualTo(issuer.secrets().get("access token"));
            assertThat(logged.said().stream().filter(said -> said.text().contains("Signed in ada@contoso.com")))
                    .hasSize(1);
            assertThat(logged.said().stream().map(Said::logger))
                    .anyMatch(name -> name.startsWith("org.openqa.selenium."));
            assertNoneLogged(logged, issuer.secrets());
            assertThat(folder.resolve("cache")).isDirectoryRecursivelyContaining("glob:**.tokens");
            assertNoneInFiles(issuer.secrets());
            assertNoneIn(tokens + " " + profile(issuer), "toString", issuer.secrets());
        }
    }

    @Test
    void inWhatAnyLibraryLogsOfASecondFactorAndAClientSecret() throws Exception {
        try (Emulator emulator = Emulator.builder()
                        .clientSecret("canary-client-secret")
                        .user("default", Condition.MFA_TOTP)
                        .start();
                Logged logged = Logged.fromHere()) {
            EmulatorUser user = emulator.user("default");
            Tokens tokens = TenantUser.of(emulator, "default").signIn();
            Map<String, String> secrets = Map.of(
                    "password", user.password(),
                    "TOTP secret", String.valueOf(user.totpSecret()),
                    "client secret", "canary-client-secret",
                    "access token", tokens.accessToken().value(),
                    "refresh token",
                            Objects.requireNonNull(tokens.refreshToken()).value(),
                    "ID token", Objects.requireNonNull(tokens.idToken()).value());

            assertThat(emulator.totpPosts()).isEqualTo(1);
            assertThat(logged.said().stream().map(Said::logger)).contains("io.github.osdutoken.oauth.BackChannel");
            assertNoneLogged(logged, secrets);
        }
    }

    @Test
    void inWhatIsSaidOfARefusal() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            EmulatorUser user = emulator.user("default");
            Map<String, String> environment = leavingAllItCan(settings(emulator));
            environment.put("OSDU_PASSWORD", "Canary-Wrong-1");

            Ended ended = CommandLine.run(folder, environment, "--verbose", "get");

            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(3);
            assertThat(ended.err()).contains("\tat io.github.osdutoken.").contains(user.username());
            assertNoneInFiles(Map.of("wrong password", "Canary-Wrong-1"));
        }
    }

    @Test
    void inWhatTheEmulatorLogs() throws Exception {
        try (Emulator emulator = Emulator.start();
                Logged logged = Logged.fromHere()) {
            Ended ended = CommandLine.run(folder, settings(emulator), "--verbose", "get", "--format", "json");

            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(logged.said()).anySatisfy(said -> assertThat(said.text()).contains("/oauth2/v2.0/token -> 200"));
            JsonNode tokens = new JsonMapper().readTree(ended.out());
            Map<String, String> secrets = Map.of(
                    "password", emulator.user("default").password(),
                    "access token", tokens.path("access_token").asText(),
                    "refresh token", tokens.path("refresh_token").asText(),
                    "ID token", tokens.path("id_token").asText());
            assertNoneLogged(logged, secrets);
            assertNoneIn(ended.err(), "standard error", secrets);
        }
    }

    private Profile profile(CanaryIssuer issuer) {
        return new Profile(
                Profile.DEFAULT,
                URI.create(issuer.address()),
                new Client("canary-client", null, URI.create("http://localhost:8080"), "openid profile offline_access"),
                new TestUser(
                        "ada@contoso.com", new Password(issuer.password()), new TotpSecret(issuer.totpSecret()), null),
                SignInOptions.DEFAULTS,
                CacheMode.FILE,
                folder.resolve("cache"),
                null);
    }

    private static Map<String, String> settings(Emulator emulator) {
        Map<String, String> settings = new LinkedHashMap<>();
        emulator.settings("default")
                .forEach((key, value) -> settings.put(
                        key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        return settings;
    }

    /** Add what makes a run leave as much behind as it can, all of it here. */
    private Map<String, String> leavingAllItCan(Map<String, String> environment) {
        Map<String, String> more = new HashMap<>(environment);
        more.put("OSDU_TRACE", "always");
        more.put("OSDU_TRACE_DIR", folder.resolve("trace").toString());
        more.put("OSDU_CACHE", "file");
        more.put("OSDU_CACHE_DIR", folder.resolve("cache").toString());
        more.put("TMPDIR", folder.toString());
        return more;
    }

    private void assertNoneInFiles(Map<String, String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertNoneIn(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString(), secrets);
            }
        }
    }

    private static void assertNoneLogged(Logged logged, Map<String, String> secrets) {
        assertThat(logged.said().stream()
                        // the made-up issuer's own server, which is none of ours
                        .filter(said -> !"com.sun.net.httpserver".equals(said.logger()))
                        // and the emulator's
                        .filter(said -> !String.valueOf(said.logger()).startsWith("org.eclipse.jetty"))
                        .flatMap(said -> secrets.entrySet().stream()
                                .filter(secret -> holds(said.text(), secret.getValue()))
                                .map(secret -> said.logger() + " says the " + secret.getKey()))
                        .distinct())
                .isEmpty();
    }

    private static void assertNoneIn(String text, String where, Map<String, String> secrets) {
        // The message must not show what it is about, so it names the secrets only.
        assertThat(secrets.keySet().stream().filter(name -> holds(text, secrets.getOrDefault(name, ""))))
                .as("secrets in " + where)
                .isEmpty();
    }

    private static boolean holds(String text, String secret) {
        if (secret.length() == SIX_DIGITS) { // long numbers hold any six digits
            return Pattern.compile("(?<![\\w.])" + secret + "(?![\\w.])")
                    .matcher(text)
                    .find();
        }
        return text.contains(secret)
                || text.contains(URLEncoder.encode(secret, StandardCharsets.UTF_8))
                || text.contains(
                        Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
