package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.RefreshToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What asks to be skipped without credentials is, with a reason that names the settings; nothing is ever sent. */
class SkipTests {

    /** A tenant and an application, and no user: as where a build gets no secrets. */
    private static final Map<String, String> NO_USER =
            Map.of("osdu.issuer", "https://sign-in.example/v2.0", "osdu.client-id", "7e57ab1e", "osdu.cache", "memory");

    private static final String NO_USER_REASON = "OSDU sign-in is not configured. Not set: osdu.username"
            + " (OSDU_USERNAME), osdu.password (OSDU_PASSWORD, OSDU_PASSWORD_FILE)";

    private static final String NO_EDITOR_REASON = "OSDU sign-in is not configured for the profile editor. Not set:"
            + " osdu.profile.editor.username (OSDU_PROFILE_EDITOR_USERNAME), osdu.profile.editor.password"
            + " (OSDU_PROFILE_EDITOR_PASSWORD, OSDU_PROFILE_EDITOR_PASSWORD_FILE)";

    /** Return why things were skipped or given up, each reason once for each of them. */
    private static List<String> reasons(EngineExecutionResults results) {
        List<String> skipped = results.allEvents().skipped().stream()
                .map(event -> event.getRequiredPayload(String.class))
                .toList();
        List<String> aborted = results.allEvents().aborted().stream()
                .map(event -> Objects.requireNonNull(event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage()))
                .toList();
        assertThat(Outcome.failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isZero();
        return skipped.isEmpty() ? aborted : skipped;
    }

    @Test
    void aParametersSkipsItsTest() {
        EngineExecutionResults results = Tenant.run(NO_USER, ParameterTestCase.class);

        assertThat(reasons(results)).containsExactlyInAnyOrder(NO_USER_REASON, NO_EDITOR_REASON);
        assertThat(results.testEvents().skipped().count()).isEqualTo(2);
    }

    static class ParameterTestCase {
        @Test
        void test(@OsduRefreshToken(disabledWithoutCredentials = true) RefreshToken token) {}

        @Test
        void testOfAProfile(
                @OsduRefreshToken(profile = "editor", disabledWithoutCredentials = true) AccessToken token) {}
    }

    @Test
    void aMembersOfAllTestsSkipsTheClass() {
        for (Class<?> testCase : List.of(
                StaticFieldTestCase.class,
                ConstructorTestCase.class,
                BeforeAllTestCase.class,
                BeforeEachTestCase.class,
                OnClassTestCase.class)) {
            EngineExecutionResults results = Tenant.run(NO_USER, testCase);

            assertThat(reasons(results)).as(testCase.getSimpleName()).containsExactly(NO_USER_REASON);
            assertThat(results.containerEvents().skipped().count())
                    .as(testCase.getSimpleName())
                    .isEqualTo(1);
        }
    }

    static class StaticFieldTestCase {
        @OsduRefreshToken(disabledWithoutCredentials = true)
        private static RefreshToken token;

        @Test
        void test() {
            assertThat(token).isNotNull();
        }
    }

    static class ConstructorTestCase {
        ConstructorTestCase(@OsduRefreshToken(disabledWithoutCredentials = true) RefreshToken token) {}

        @Test
        void test() {}
    }

    static class BeforeAllTestCase {
        @BeforeAll
        static void beforeAll(@OsduRefreshToken(disabledWithoutCredentials = true) RefreshToken token) {}

        @Test
        void test() {}
    }

    static class BeforeEachTestCase {
        @BeforeEach
        void beforeEach(@OsduRefreshToken(disabledWithoutCredentials = true) RefreshToken token) {}

        @Test
        void test() {}
    }

    @OsduRefreshToken(disabledWithoutCredentials = true)
    static class OnClassTestCase {
        @Test
        void test(@OsduRefreshToken RefreshToken token) {}

        @Nested
        class Inside {
            @Test
            void test() {}
        }
    }

    @Test
    void anInstancesFieldSkipsTheTests() {
        assertThat(reasons(Tenant.run(NO_USER, InstanceFieldTestCase.class))).contains(NO_USER_REASON);
        assertThat(reasons(Tenant.run(NO_USER, PerClassTestCase.class))).contains(NO_USER_REASON);
    }

    static class InstanceFieldTestCase {
        @OsduRefreshToken(disabledWithoutCredentials = true)
        private @Nullable RefreshToken token;

        @Test
        void test() {
            assertThat(token).isNotNull();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {
        @OsduRefreshToken(disabledWithoutCredentials = true)
        private @Nullable RefreshToken token;

        @Test
        void test() {
            assertThat(token).isNotNull();
        }
    }

    @Test
    void aMethodsAndAClassesIsTheDefaultOfTheirPlaces() {
        EngineExecutionResults results = Tenant.run(NO_USER, OnMethodTestCase.class, OtherProfileTestCase.class);

        assertThat(reasons(results)).containsExactlyInAnyOrder(NO_USER_REASON, NO_EDITOR_REASON);
    }

    static class OnMethodTestCase {
        @Test
        @OsduRefreshToken(disabledWithoutCredentials = true)
        void test() {}
    }

    @OsduRefreshToken(profile = "editor", disabledWithoutCredentials = true)
    static class OtherProfileTestCase {
        @Test
        void test(@OsduRefreshToken RefreshToken token) {}
    }

    @Test
    void aRegisteredExtensionsSkipsItsClass() {
        EngineExecutionResults results = Tenant.run(NO_USER, RegisteredTestCase.class);

        assertThat(reasons(results)).containsExactly(NO_EDITOR_REASON);
    }

    static class RegisteredTestCase {
        @RegisterExtension
        static final OsduRefreshTokenExtension OSDU = OsduRefreshTokenExtension.builder()
                .profile("editor")
                .disabledWithoutCredentials()
                .build();

        @Test
        void test() {}
    }

    @Test
    void theConditionSkipsClassesAndMethods() {
        EngineExecutionResults results = Tenant.run(NO_USER, ConditionTestCase.class, NestedConditionTestCase.class);

        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(results.allEvents().skipped().stream().map(event -> event.getRequiredPayload(String.class)))
                .containsExactlyInAnyOrder(NO_USER_REASON, NO_EDITOR_REASON, NO_EDITOR_REASON);
    }

    @EnabledIfOsduSignInConfigured
    static class ConditionTestCase {
        @Nested
        class Inside {
            @Test
            void test() {}
        }
    }

    static class NestedConditionTestCase {
        @Test
        void runs() {}

        @Test
        @EnabledIfOsduSignInConfigured(profile = "editor")
        void isSkipped() {}

        @Nested
        @EnabledIfOsduSignInConfigured(profile = "editor")
        class Inside {
            @Test
            void isSkipped() {}
        }

        @Nested
        class Beside {
            @Test
            void runs() {}
        }
    }

    @Test
    void whatIsConfiguredRuns(@TempDir Path folder) {
        Map<String, String> configured = Map.of(
                "osdu.issuer", "https://sign-in.example/v2.0",
                "osdu.client-id", "7e57ab1e",
                "osdu.username", "editor@contoso.com",
                "osdu.password-file", Tenant.file(folder, "password", "secret"));

        assertThat(Outcome.passed(Tenant.run(configured, ConfiguredTestCase.class)))
                .isEqualTo(2);
    }

    @OsduRefreshToken(disabledWithoutCredentials = true)
    static class ConfiguredTestCase {
        @Test
        @EnabledIfOsduSignInConfigured
        void runs() {}

        @Test
        void runsToo() {}
    }

    @Test
    void whatIsWrongIsNoReasonToSkip() {
        Map<String, String> wrong = Map.of("osdu.issuer", "ftp://x", "osdu.client-id", "7e57ab1e");
        String message = "Reading the sign-in configuration failed: 3 settings are missing or wrong. Mend each of them:"
                + "\n  - osdu.issuer is 'ftp://x', set by the JUnit configuration parameter osdu.issuer.";

        for (Class<?> testCase : List.of(OnClassTestCase.class, ConditionTestCase.class, ParameterOnlyTestCase.class)) {
            EngineExecutionResults results = Tenant.run(wrong, testCase);

            assertThat(results.allEvents().skipped().count()).isZero();
            assertThat(Outcome.failures(results))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .hasRootCauseInstanceOf(ConfigurationException.class)
                            .rootCause()
                            .hasMessageStartingWith(message));
        }
    }

    static class ParameterOnlyTestCase {
        @Test
        void test(@OsduRefreshToken(disabledWithoutCredentials = true) RefreshToken token) {}
    }

    @Test
    void aProfileTheEmulatorDoesNotHaveIsWrong() {
        assertThat(Outcome.failures(Tenant.run(Map.of("osdu.emulator", "true"), MisspeltProfileTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .rootCause()
                        .hasMessage("The emulator has no user for the profile edtor. It has: default, editor, viewer,"
                                + " admin, no-access, privileged, root, no-data-access."));
    }

    static class MisspeltProfileTestCase {
        @Test
        void test(@OsduRefreshToken(profile = "edtor", disabledWithoutCredentials = true) RefreshToken token) {}
    }
}
