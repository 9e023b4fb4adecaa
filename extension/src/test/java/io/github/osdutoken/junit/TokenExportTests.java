package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.emulator.Emulator;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** A session of the JUnit Platform with {@code osdu.export}. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TokenExportTests {

    private static final String EXPORT = "PRIVILEGED_USER_TOKEN=default,NO_ACCESS_USER_TOKEN=no-access";

    @TempDir
    private Path folder;

    @Test
    void theJUnitPlatformFindsIt() {
        assertThat(ServiceLoader.load(LauncherSessionListener.class)).hasAtLeastOneElementOfType(TokenExport.class);
    }

    @Test
    void aTestClassOfBeforeOurTimeReadsTheTokensOfItsUsers() {
        Emulator emulator =
                Emulator.builder().accessTokenLifetime(Duration.ZERO).start();
        try (Runner runner = new Runner(emulator, folder).with("osdu.export", EXPORT)) {
            assertThat(passed(runner.run(SuiteTestCase.class))).isEqualTo(3);
            assertThat(passed(runner.run(DiscoverySelectors.selectMethod(SuiteTestCase.class, "readsTokens"))))
                    .as("one method alone, as IDEs run it")
                    .isEqualTo(1);
            assertThat(emulator.passwordPosts()).isEqualTo(2);
        }
        assertThat(System.getProperty("PRIVILEGED_USER_TOKEN")).isNull();
        assertThat(System.getProperties()).isNotInstanceOf(TokenProperties.class);
    }

    static class SuiteTestCase {

        static final String PRIVILEGED = read("PRIVILEGED_USER_TOKEN");

        /** As OSDU's own suites do. */
        private static String read(String name) {
            return System.getProperty(name, System.getenv(name));
        }

        @Test
        void readsTokens() throws Exception {
            assertThat(user(PRIVILEGED)).isEqualTo("editor@contoso.com");
            assertThat(user(read("NO_ACCESS_USER_TOKEN"))).isEqualTo("no-access@contoso.com");
        }

        @Test
        void readsAnotherOneWhenThatIsNearItsEnd() {
            assertThat(read("PRIVILEGED_USER_TOKEN")).isNotEqualTo(PRIVILEGED);
        }

        @Test
        void isInNoListingOfTheJvm() throws Exception {
            Object jcmd = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmSystemProperties",
                            null,
                            null);

            assertThat(jcmd.toString() + ManagementFactory.getRuntimeMXBean().getSystemProperties())
                    .contains("java.vm.name")
                    .doesNotContain("PRIVILEGED_USER_TOKEN", "=ey");
        }

        private static String user(String token) throws Exception {
            return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("preferred_username");
        }
    }

    @Test
    void listingTestsCostsNothing() {
        try (Runner runner = runner().with("osdu.export", EXPORT)) {
            runner.discover(SuiteTestCase.class);

            assertThat(runner.emulator().requests()).isEmpty();
        }
    }

    @Test
    void withoutASettingNothingIsTouched() {
        try (Runner runner = runner()) {
            assertThat(passed(runner.run(BystanderTestCase.class))).isEqualTo(1);
            assertThat(runner.emulator().requests()).isEmpty();
        }
    }

    static class BystanderTestCase {

        @Test
        void seesTheUsualSystemProperties() {
            assertThat(System.getProperties()).isNotInstanceOf(TokenProperties.class);
        }
    }

    @Test
    void aTokenThatCannotBeHadFailsWhoReadsItAndNobodyElse() {
        try (Runner runner = runner().with("osdu.export", "PRIVILEGED_USER_TOKEN=default")
                .password("osdu.password-file", "wrong-1")) {
            TestExecutionSummary summary = runner.run(RefusedTestCase.class);

            assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
            assertThat(summary.getFailures())
                    .hasSize(2)
                    .extracting(Failure::getException)
                    .allSatisfy(e -> assertThat(e)
                            .isInstanceOf(SignInException.class)
                            .hasMessageStartingWith("The system property PRIVILEGED_USER_TOKEN is to hold the access"
                                    + " token of profile default (osdu.export). Not tried again before ")
                            .hasMessageContaining("Signing in editor@contoso.com at "));
            assertThat(runner.emulator().passwordPosts()).isEqualTo(1);
        }
    }

    static class RefusedTestCase {

        @Test
        void reads() {
            System.getProperty("PRIVILEGED_USER_TOKEN");
        }

        @Test
        void readsWithADefault() {
            System.getProperty("PRIVILEGED_USER_TOKEN", "none");
        }

        @Test
        void doesNotRead() {
            assertThat(System.getProperty("user.home")).isNotEmpty();
        }
    }

    @Test
    void aMalformedListEndsTheRun() {
        try (Runner runner = runner().with("osdu.export", "PRIVILEGED_USER_TOKEN")) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> runner.run(SuiteTestCase.class))
                    .withMessage("Reading the sign-in configuration failed: osdu.export is 'PRIVILEGED_USER_TOKEN', set"
                            + " by the JUnit configuration parameter osdu.export. Give a list of VARIABLE=profile,"
                            + " separated by commas, such as"
                            + " PRIVILEGED_USER_TOKEN=default,NO_ACCESS_USER_TOKEN=no-access.");
        }
    }

    private Runner runner() {
        return new Runner(Emulator.start(), folder);
    }

    private static long passed(TestExecutionSummary summary) {
        summary.getFailures().stream().findFirst().ifPresent(failure -> {
            throw new AssertionError(failure.getTestIdentifier().toString(), failure.getException());
        });
        return summary.getTestsSucceededCount();
    }
}
