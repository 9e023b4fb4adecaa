package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.OsduServer;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.spi.EmulatorProvider;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorTests {

    private static final Map<String, String> EMULATED = Map.of(
            "osdu.issuer", "http://127.0.0.1:4711/t/v2.0",
            "osdu.client-id", "emulated-app",
            "osdu.username", "emulated@contoso.com",
            "osdu.password", "emulated-pass",
            "osdu.server", "http://127.0.0.1:4712",
            "osdu.data-partition-id", "opendes",
            "osdu.trusted-hosts", "127.0.0.1:4713");

    @TempDir
    private Path directory;

    @Test
    void replacesEverythingAboutWhoAndWhere() {
        Given given = Given.nothing(directory).variable("OSDU_EMULATOR", "true").emulator(profile -> EMULATED);
        for (Setting setting : Setting.values()) {
            if (setting.identity()) {
                given.variable(setting.variable(), "https://real.example");
                setting.aliases().forEach(alias -> given.variable(alias, "https://real.example"));
            }
        }
        given.variable("OSDU_TIMEOUT", "2m").override("osdu.redirect-uri", "http://localhost:9999/x");

        Profile profile = given.load();

        assertThat(profile.issuer()).isEqualTo(URI.create("http://127.0.0.1:4711/t/v2.0"));
        assertThat(profile.client().id()).isEqualTo("emulated-app");
        assertThat(profile.client().secret()).isNull();
        assertThat(profile.client().scope()).isEqualTo("emulated-app/.default openid profile offline_access");
        assertThat(profile.user().username()).isEqualTo("emulated@contoso.com");
        assertThat(profile.user().password()).isEqualTo(new Password("emulated-pass"));
        assertThat(profile.user().totpSecret()).isNull();
        assertThat(profile.user().refreshToken()).isNull();
        assertThat(profile.osdu()).isEqualTo(new OsduServer(URI.create("http://127.0.0.1:4712"), "opendes"));
        assertThat(profile.signIn().timeout()).hasMinutes(2);
        assertThat(profile.signIn().trustedHosts()).containsExactly("127.0.0.1:4713");
        assertThat(profile.client().redirectUri()).isEqualTo(URI.create("http://localhost:9999/x"));
        assertThat(given.origin(Setting.PASSWORD)).contains("the emulator");
        assertThat(given.variable("OSDU_TRUSTED_HOSTS", "a.example")
                        .load()
                        .signIn()
                        .trustedHosts())
                .containsExactly("a.example");
    }

    @Test
    void asksForTheProfileByItsNameThoughNothingIsSetForIt() {
        EmulatorProvider emulator = profile -> {
            Map<String, String> settings = new HashMap<>(EMULATED);
            settings.put("osdu.username", profile + "@contoso.com");
            return settings;
        };
        Given given = Given.nothing(directory).property("osdu.emulator", "true").emulator(emulator);

        assertThat(given.load("viewer").user().username()).isEqualTo("viewer@contoso.com");
    }

    @Test
    void isNeverAFallback() {
        assertThat(Given.user(directory)
                        .emulator(profile -> EMULATED)
                        .load()
                        .client()
                        .id())
                .isEqualTo("app-1");
    }

    @Test
    void namesTheArtifactWhenThereIsNoEmulator() {
        assertThat(Given.nothing(directory).variable("OSDU_EMULATOR", "true").failure())
                .isEqualTo(
                        "Reading the sign-in configuration failed: osdu.emulator is true, and there is no emulator on"
                                + " the class path. Add the test dependency io.github.osdutoken:osdu-token-emulator, or unset"
                                + " osdu.emulator.");
        assertThat(EmulatorSettings.find()).isEmpty();
    }

    /** What the emulator's module registers. */
    public static final class Registered implements EmulatorProvider {
        @Override
        public Map<String, String> settings(String profile) {
            return EMULATED;
        }
    }

    @Test
    void findsTheEmulatorAsTheThreadSeesTheClassPath() throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(EmulatorProvider.class.getName()), Registered.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            thread.setContextClassLoader(loader);
            assertThat(EmulatorSettings.find()).containsInstanceOf(Registered.class);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void passesOnWhatTheEmulatorSays() {
        EmulatorProvider emulator = profile -> {
            throw new IllegalArgumentException("no user for " + profile + "; there are default, viewer");
        };
        assertThat(Given.nothing(directory)
                        .variable("OSDU_EMULATOR", "true")
                        .emulator(emulator)
                        .failure("ops"))
                .isEqualTo("Reading the sign-in configuration of profile ops failed: The emulator refused: no user for"
                        + " ops; there are default, viewer. Choose one of its profiles, or unset osdu.emulator.");
    }

    @Test
    void saysWhenTheEmulatorGivesTooLittleOrTooMuch() {
        assertThat(Given.user(directory)
                        .variable("OSDU_EMULATOR", "TRUE")
                        .emulator(profile -> Map.of("osdu.issuer", "http://localhost:1", "osdu.foo", "x"))
                        .failure())
                .contains("The emulator gave osdu.foo, which is no key. ")
                .contains("The emulator gave no osdu.client-id. ")
                .contains("The emulator gave no osdu.password. ");
    }

    @Test
    void wantsAClearAnswer() {
        assertThat(Given.user(directory).variable("OSDU_EMULATOR", "yes").failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu.emulator is 'yes', set by the environment"
                        + " variable OSDU_EMULATOR. Use one of true, false.");
    }
}
