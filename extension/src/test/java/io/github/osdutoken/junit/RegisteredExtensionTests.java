package io.github.osdutoken.junit;

import static io.github.osdutoken.junit.AtSharedEmulator.STRANGER;
import static io.github.osdutoken.junit.AtSharedEmulator.VIEWER;
import static io.github.osdutoken.junit.AtSharedEmulator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.OsduSession;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** An extension built in code and registered: settings of their own, beside what the annotation registers. */
class RegisteredExtensionTests {

    private static OsduRefreshTokenExtension.Builder atEmulator() {
        return OsduRefreshTokenExtension.builder()
                .setting("osdu.emulator", "true")
                .setting("osdu.cache", "memory");
    }

    /** Nothing but the builder says where to sign in. */
    private static EngineExecutionResults run(Class<?>... testCases) {
        return Tenant.run(Map.of("osdu.emulator", "false"), testCases);
    }

    @Test
    void servesEveryPlaceOfItsClass() {
        assertThat(Outcome.passed(run(EveryPlaceTestCase.class))).isEqualTo(3);
    }

    // The annotation on the class registers the extension once more, before the field does.
    @OsduRefreshToken
    static class EveryPlaceTestCase {

        @OsduRefreshToken
        private static AccessToken ofAll;

        @RegisterExtension
        static final OsduRefreshTokenExtension OSDU =
                atEmulator().profile("viewer").build();

        @OsduRefreshToken
        private AccessToken ofEach;

        private final AccessToken ofConstructor;

        EveryPlaceTestCase(@OsduRefreshToken AccessToken token) {
            ofConstructor = token;
        }

        @BeforeAll
        static void beforeAll(@OsduRefreshToken AccessToken token) {
            assertThat(token).isEqualTo(ofAll);
        }

        @BeforeEach
        void beforeEach(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
            assertThat(token).isEqualTo(ofAll).isEqualTo(ofEach).isEqualTo(ofConstructor);
        }

        @Test
        void givesTokensWithoutJUnitsHelp() {
            assertThat(OSDU.tokens().accessToken()).isEqualTo(ofAll);
        }

        @Test
        void losesToTheMembersOwn(@OsduRefreshToken(profile = "no-access") OsduSession session) {
            assertThat(user(session.accessToken())).isEqualTo(STRANGER);
        }

        @Nested
        class Inside {
            @Test
            void isServed(@OsduRefreshToken AccessToken token) {
                assertThat(token).isEqualTo(ofAll);
            }
        }

        @AfterAll
        static void afterAll(@OsduRefreshToken AccessToken token) {
            assertThat(token).isEqualTo(ofAll);
        }
    }

    @Test
    void servesAClassWhoseOnlyAnnotationIsOnATest() {
        assertThat(Outcome.passed(run(OnlyParameterTestCase.class))).isEqualTo(1);
    }

    static class OnlyParameterTestCase {

        @RegisterExtension
        private static final OsduRefreshTokenExtension OSDU =
                atEmulator().profile("viewer").build();

        @Test
        void isServed(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
        }
    }

    @Test
    void ofAnInstanceServesWhatComesAfterTheConstructor() {
        assertThat(Outcome.passed(run(InstanceTestCase.class, PerClassTestCase.class)))
                .isEqualTo(2);
    }

    static class InstanceTestCase {

        @RegisterExtension
        final OsduRefreshTokenExtension osdu = atEmulator().profile("viewer").build();

        @OsduRefreshToken
        private AccessToken field;

        @BeforeEach
        void beforeEach(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
        }

        @Test
        void isServed(@OsduRefreshToken AccessToken token) {
            assertThat(token).isEqualTo(field);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        @RegisterExtension
        final OsduRefreshTokenExtension osdu = atEmulator().profile("viewer").build();

        @OsduRefreshToken
        private AccessToken field;

        @BeforeAll
        void beforeAll(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
        }

        @Test
        void isServed(@OsduRefreshToken AccessToken token) {
            assertThat(token).isEqualTo(field);
        }
    }

    @Test
    void theNearestOneCounts() {
        assertThat(Outcome.passed(run(NearestTestCase.class))).isEqualTo(3);
    }

    static class NearestTestCase {

        @RegisterExtension
        static final OsduRefreshTokenExtension OUTER =
                atEmulator().profile("no-access").build();

        @Nested
        class Inner {

            @RegisterExtension
            static final OsduRefreshTokenExtension INNER =
                    OsduRefreshTokenExtension.builder().profile("viewer").build();

            @Test
            void takesItsOwnProfileAndTheSettingsAround(@OsduRefreshToken AccessToken token) {
                assertThat(user(token)).isEqualTo(VIEWER);
            }
        }

        @Nested
        @OsduRefreshToken(profile = "viewer")
        class Annotated {
            @Test
            void winsOverTheOneAround(@OsduRefreshToken AccessToken token) {
                assertThat(user(token)).isEqualTo(VIEWER);
            }
        }

        @Test
        void servesTheOuter(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(STRANGER);
        }
    }

    @Test
    void ofTwoInOneClassTheOneOfTheProfileIsMeant() {
        EngineExecutionResults results = run(TwoTestCase.class);

        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(Outcome.message(results))
                .isEqualTo("Several extensions of OsduRefreshTokenExtension.builder() are registered in "
                        + TwoTestCase.class.getName() + ", and @OsduRefreshToken does not say which one is meant. Name"
                        + " the profile of one of them, as in @OsduRefreshToken(profile = \"viewer\").");
    }

    static class TwoTestCase {

        @RegisterExtension
        static final OsduRefreshTokenExtension A =
                atEmulator().profile("viewer").build();

        @RegisterExtension
        static final OsduRefreshTokenExtension B =
                atEmulator().profile("no-access").build();

        @Test
        void first(@OsduRefreshToken(profile = "viewer") AccessToken token) {
            assertThat(token).isEqualTo(A.tokens().accessToken());
        }

        @Test
        void second(@OsduRefreshToken(profile = "no-access") AccessToken token) {
            assertThat(token).isEqualTo(B.tokens().accessToken());
        }

        @Test
        void neither(@OsduRefreshToken AccessToken token) {}
    }

    @Test
    void winsOverEveryOtherSource() {
        assertThat(Outcome.message(
                        Tenant.run(Map.of("osdu.emulator", "true", "osdu.timeout", "20s"), TimeoutTestCase.class)))
                .isEqualTo(
                        "Reading the sign-in configuration of profile viewer failed: osdu.timeout is 'soon', set by"
                                + " the override osdu.timeout. Give a number with a unit (60s, 2m, 500ms, 1h), or ISO 8601 (PT1M).");
    }

    static class TimeoutTestCase {

        @RegisterExtension
        static final OsduRefreshTokenExtension OSDU = OsduRefreshTokenExtension.builder()
                .profile("viewer")
                .setting("osdu.timeout", "soon")
                .build();

        @Test
        void test(@OsduRefreshToken AccessToken token) {}
    }

    @Test
    void takesNoSecretAndNoMisspeltKey() {
        OsduRefreshTokenExtension secret =
                atEmulator().setting("osdu.password", "canary").build();
        OsduRefreshTokenExtension misspelt =
                atEmulator().setting("osdu.time-out", "30s").build();

        assertThatThrownBy(secret::tokens)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Reading the sign-in configuration failed: osdu.password is a secret and set by the override"
                                + " osdu.password; source code and command lines are read by others. Remove it there, and set it"
                                + " in the environment as OSDU_PASSWORD, or name a file that holds it with OSDU_PASSWORD_FILE or"
                                + " osdu.password-file. Change the secret if others have seen it.");
        assertThatThrownBy(misspelt::tokens)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Reading the sign-in configuration failed: There is no key osdu.time-out, which is set by"
                        + " the override osdu.time-out. Did you mean osdu.timeout?");
    }

    @Test
    void isImmutableAndPrintsNoValue() {
        OsduRefreshTokenExtension.Builder one = OsduRefreshTokenExtension.builder();
        OsduRefreshTokenExtension.Builder other =
                one.profile("viewer").scope("openid").setting("osdu.password", "canary");

        assertThat(one).hasToString("Builder[profile default]");
        assertThat(other).hasToString("Builder[profile viewer]");
        assertThat(other.build()).hasToString("OsduRefreshTokenExtension[profile viewer]");
    }
}
