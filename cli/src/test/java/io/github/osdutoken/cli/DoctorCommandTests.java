package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the doctor says of settings, issuer, application and machine, healthy and not. */
@ResourceLock(Run.THIS_JVM)
class DoctorCommandTests {

    private static final String[] CHECKS = {
        "browser", "cache", "redirect port", "discovery", "clock", "application", "sign-in page", "sign-in", "groups"
    };

    @TempDir
    private Path folder;

    private Emulator emulator = Emulator.start();
    private Surroundings surroundings = Surroundings.of(Map.of());

    @AfterEach
    void stop() {
        surroundings.close();
        emulator.close();
    }

    @Test
    void findsNothingWrongWithTheEmulator() throws Exception {
        surround(Map.of());
        Run run = Run.of("doctor");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .doesNotContain("failure ", "warning ", emulator.user("default").password());
        for (String check : CHECKS) {
            assertLine(run, check.equals("sign-in") || check.equals("groups") ? "skipped" : "ok", check, "");
        }
        assertLine(run, "ok", "osdu.username", "editor@contoso.com (from the system property osdu.username)");
        assertLine(run, "ok", "osdu.password", "set (from the file " + folder.resolve("password") + " named by ");
        assertLine(run, "ok", "application", " is accepted as a public client");
        assertThat(emulator.passwordPosts() + emulator.codesIssued()).isZero();
    }

    @Test
    void signsInAndKeepsTokensThatCanBeListedAndRemoved() throws Exception {
        surround(Map.of("osdu.cache-dir", folder.resolve("cache").toString()));
        System.setProperty("osdu.cache", "file");
        Run run = Run.of("doctor", "--sign-in");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertLine(run, "ok", "cache", "cache can be written to");
        assertLine(run, "ok", "sign-in", "editor@contoso.com in ");
        assertLine(run, "ok", "groups", " groups of opendes");

        assertThat(Run.of("cache", "list").out())
                .startsWith(emulator.issuer() + "  " + emulator.clientId() + "  20")
                .containsPattern("T\\d\\d:\\d\\d:\\d\\dZ  \\d+ bytes\\R$")
                .hasLineCount(1);
        JsonNode entry = new ObjectMapper()
                .readTree(Run.of("cache", "list", "--format", "json").out())
                .get(0);
        assertThat(entry.get("client_id").asText()).isEqualTo(emulator.clientId());
        assertThat(entry.get("stored_at").asText()).matches("[-\\d]+T\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(Run.of("cache", "clear").out())
                .startsWith("Removed ")
                .endsWith(" from " + folder.resolve("cache") + "." + System.lineSeparator());
        assertThat(Run.of("cache", "list").out())
                .isEqualTo("Nothing is stored in " + folder.resolve("cache") + "." + System.lineSeparator());
    }

    @Test
    void saysWhatIsMissingAndLooksAtTheRest() {
        Run run = Run.of("doctor");

        assertFailed(run, 2, "CONFIGURATION", "osdu.tenant-id");
        assertLine(
                run,
                "failure",
                "osdu.tenant-id",
                "osdu.tenant-id is not set. Set it in the environment as OSDU_TENANT_ID");
        assertLine(run, "failure", "osdu.client-id", "OSDU_CLIENT_ID");
        assertLine(run, "failure", "osdu.username", "OSDU_USERNAME");
        assertLine(run, "failure", "osdu.password", "OSDU_PASSWORD_FILE");
        assertLine(run, "ok", "browser", "hrom");
        assertLine(run, "skipped", "discovery", "because settings are missing or wrong");
    }

    @Test
    void looksAtTheIssuerWithoutAUser() throws Exception {
        Map<String, String> settings = new HashMap<>(emulator.settings("default"));
        settings.keySet().removeIf(key -> key.equals("osdu.password") || key.equals("osdu.username"));
        surroundings = Surroundings.of(settings);
        Run run = Run.of("doctor", "--sign-in");

        assertFailed(run, 2, "CONFIGURATION", "osdu.username");
        assertLine(run, "ok", "application", "");
        assertLine(run, "skipped", "sign-in", "because 'osdu.username', 'osdu.password' failed");
    }

    @Test
    void knowsNoSuchProfile() {
        Run run = Run.of("doctor", "--profile", "nobody");

        assertFailed(run, 2, "CONFIGURATION", "settings");
        assertLine(run, "failure", "settings", "Profiles that are configured: default");
    }

    @Test
    void saysThatTheTenantIsUnknown() throws Exception {
        String other = "c0ffee00-0000-4000-8000-000000000000";
        surround(Map.of("osdu.tenant-id", other, "osdu.issuer", emulator.authority() + "/" + other + "/v2.0"));
        Run run = Run.of("doctor");

        assertFailed(run, 3, "WRONG_TENANT", "discovery");
        assertLine(run, "failure", "discovery", "AADSTS90002");
        assertLine(run, "skipped", "application", "because 'discovery' failed");
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        surround(Map.of());
        emulator.close();
        Run run = Run.of("doctor");

        assertFailed(run, 4, "UNAVAILABLE", "discovery");
        assertLine(run, "skipped", "clock", "because the issuer did not answer");
    }

    @Test
    void warnsOfATakenPort() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            surround(Map.of("osdu.redirect-uri", "http://localhost:" + other.getLocalPort()));
            Run run = Run.of("doctor");

            assertThat(run.exitCode()).isZero();
            assertLine(run, "warning", "redirect port", "port " + other.getLocalPort() + " cannot be had");
        }
    }

    @Test
    void saysThatTheApplicationIsUnknown() throws Exception {
        surround(Map.of("osdu.client-id", "7e57ab1e-0000-4000-8000-000000000000"));
        Run run = Run.of("doctor");

        assertFailed(run, 3, "APP_REGISTRATION", "application");
        assertLine(run, "failure", "application", "  Asking about the application at " + emulator.authority());
        assertLine(run, "failure", "application", "AADSTS700016");
        assertLine(run, "failure", "sign-in page", "AADSTS700016");
    }

    @Test
    void saysThatTheRedirectUriIsNotRegistered() throws Exception {
        surround(Map.of("osdu.redirect-uri", "https://elsewhere.example/callback"));
        Run run = Run.of("doctor", "--sign-in");

        assertFailed(run, 3, "APP_REGISTRATION", "sign-in page");
        assertLine(run, "failure", "sign-in page", "AADSTS50011");
        assertLine(run, "skipped", "sign-in", "because 'sign-in page' failed");
        assertThat(emulator.passwordPosts()).isZero();
    }

    @Test
    void saysThatAConfidentialClientNeedsItsSecret() throws Exception {
        replace(Emulator.builder().clientSecret("right"));
        surround(Map.of());
        assertLine(Run.of("doctor"), "ok", "application", " as a confidential client, with its secret");

        surroundings.close();
        surround(Map.of("osdu.client-secret", ""));
        assertLine(Run.of("doctor"), "failure", "application", "AADSTS7000218");

        surroundings.close();
        surround(Map.of("osdu.client-secret", "not right"));
        Run wrong = Run.of("doctor");
        assertLine(wrong, "failure", "application", "AADSTS7000215");
        assertThat(wrong.out() + wrong.err()).doesNotContain("not right");
    }

    @Test
    void saysThatAPublicClientMustNotHaveASecret() throws Exception {
        surround(Map.of("osdu.client-secret", "superfluous"));

        assertLine(Run.of("doctor"), "failure", "application", "AADSTS700025");
    }

    @Test
    void isReadByPrograms() throws Exception {
        surround(Map.of("osdu.client-id", "7e57ab1e-0000-4000-8000-000000000000"));
        Run run = Run.of("doctor", "--format", "json");
        JsonNode report = new ObjectMapper().readTree(run.out());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(report)
                .allSatisfy(row ->
                        assertThat(row.fieldNames()).toIterable().containsExactly("check", "status", "found", "mend"))
                .anySatisfy(row -> {
                    assertThat(row.get("check").asText()).isEqualTo("application");
                    assertThat(row.get("status").asText()).isEqualTo("failure");
                    assertThat(row.get("found").asText()).contains("AADSTS700016");
                    assertThat(row.get("mend").asText()).startsWith("Check osdu.client-id");
                });
    }

    private void replace(EmulatorBuilder builder) {
        emulator.close();
        emulator = builder.start();
    }

    /** Settings that lead to the emulator, with these changes; secrets among them go by files. */
    private void surround(Map<String, String> changes) throws IOException {
        Map<String, String> all = new HashMap<>(changes);
        if (!changes.containsKey("osdu.redirect-uri")) {
            try (ServerSocket free = new ServerSocket(0)) {
                all.put("osdu.redirect-uri", "http://localhost:" + free.getLocalPort());
            }
        }
        String secret = changes.getOrDefault("osdu.client-secret", emulator.clientSecret());
        all.put("osdu.client-secret", ""); // counts as unset
        if (secret != null && !secret.isEmpty()) {
            Path file = Files.writeString(folder.resolve("secret"), secret);
            all.put("osdu.client-secret-file", file.toString());
        }
        surroundings = Surroundings.of(emulator, folder, all);
    }

    private static void assertLine(Run run, String status, String check, String text) {
        assertThat(run.out().lines())
                .as(run.out() + run.err())
                .anySatisfy(line -> assertThat(line)
                        .matches(status + " +" + Pattern.quote(check) + "  .*")
                        .contains(text));
    }

    private static void assertFailed(Run run, int exitCode, String reason, String first) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.lastErrorLine())
                .startsWith("error[" + reason + "] Checking the profile '")
                .contains("'" + first + "' first");
    }
}
