package io.github.osdutoken.junit;

import static io.github.osdutoken.junit.AtSharedEmulator.EDITOR;
import static io.github.osdutoken.junit.AtSharedEmulator.STRANGER;
import static io.github.osdutoken.junit.AtSharedEmulator.VIEWER;
import static io.github.osdutoken.junit.AtSharedEmulator.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.OsduSession;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Classes and methods side by side: each place gets its own user's token, whoever else runs. */
class ParallelTests {

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

    @Test
    void eachPlaceGetsItsOwnUsersToken() {
        assertThat(Outcome.passed(AtSharedEmulator.runWith(
                        PARALLEL,
                        OfViewerTestCase.class,
                        OfStrangerTestCase.class,
                        OfEditorTestCase.class,
                        SharedInstanceTestCase.class)))
                .isEqualTo(3 * (20 + 10) + 20);
    }

    abstract static class Base {

        @OsduRefreshToken
        private AccessToken field;

        @OsduRefreshToken
        private static Supplier<AccessToken> ofAll;

        private final AccessToken ofConstructor;
        private final String expected;

        Base(AccessToken ofConstructor, String expected) {
            this.ofConstructor = ofConstructor;
            this.expected = expected;
        }

        @BeforeEach
        void before(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(expected);
            assertThat(field).isEqualTo(token).isEqualTo(ofConstructor);
        }

        @RepeatedTest(20)
        void all(
                @OsduRefreshToken OsduSession session,
                @OsduRefreshToken(profile = "no-access") AccessToken stranger,
                @OsduRefreshToken(profile = "viewer") AccessToken viewer) {
            assertThat(session.accessToken()).isEqualTo(ofConstructor);
            assertThat(user(stranger)).isEqualTo(STRANGER);
            assertThat(user(viewer)).isEqualTo(VIEWER);
            assertThat(ofAll.get()).isNotNull();
        }

        @Nested
        class Inside {

            @OsduRefreshToken
            private AccessToken inner;

            @RepeatedTest(10)
            void all(@OsduRefreshToken(profile = "default") AccessToken editor) {
                assertThat(inner).isEqualTo(field);
                assertThat(user(editor)).isEqualTo(EDITOR);
            }
        }
    }

    @OsduRefreshToken(profile = "viewer")
    static class OfViewerTestCase extends Base {
        OfViewerTestCase(@OsduRefreshToken AccessToken token) {
            super(token, VIEWER);
        }
    }

    @OsduRefreshToken(profile = "no-access")
    static class OfStrangerTestCase extends Base {
        OfStrangerTestCase(@OsduRefreshToken AccessToken token) {
            super(token, STRANGER);
        }
    }

    static class OfEditorTestCase extends Base {
        OfEditorTestCase(@OsduRefreshToken AccessToken token) {
            super(token, EDITOR);
        }
    }

    /** Concurrent methods of one instance, which set its fields over and over to the same. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedInstanceTestCase {

        @OsduRefreshToken(profile = "viewer")
        private volatile AccessToken field;

        @BeforeAll
        void before(@OsduRefreshToken(profile = "viewer") AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
        }

        @RepeatedTest(20)
        void all(@OsduRefreshToken(profile = "viewer") AccessToken token) {
            assertThat(field).isEqualTo(token);
        }
    }
}
