package io.github.osdutoken.systemtests;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.junit.OsduRefreshToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What a build tool runs: a session of the launcher with all that it finds by itself, and tests that ask for tokens. */
final class SoakInjections {

    private static final Map<String, List<AccessToken>> INJECTED = new ConcurrentHashMap<>();

    private SoakInjections() {}

    /** Run, and return the access tokens that were injected, by profile. */
    static Map<String, List<AccessToken>> run(Class<?> tests, Map<String, String> parameters) {
        TestExecutionSummary summary = summary(tests, parameters);
        if (summary.getTestsSucceededCount() == 0 || summary.getTotalFailureCount() > 0) {
            throw new AssertionError(
                    "A run of JUnit failed",
                    summary.getFailures().isEmpty()
                            ? null
                            : summary.getFailures().get(0).getException());
        }
        Map<String, List<AccessToken>> injected = Map.copyOf(INJECTED);
        INJECTED.clear();
        return injected;
    }

    static TestExecutionSummary summary(Class<?> tests, Map<String, String> parameters) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(tests))
                                    .configurationParameters(parameters)
                                    .build(),
                            listener);
        }
        return listener.getSummary();
    }

    private static void injected(String profile, AccessToken token) {
        INJECTED.computeIfAbsent(profile, name -> new ArrayList<>()).add(token);
    }

    /** Every place and type, for all users. */
    static final class OfEveryKind {

        @OsduRefreshToken(profile = "editor")
        private Supplier<AccessToken> supplier;

        @OsduRefreshToken(profile = "viewer")
        private OsduSession session;

        @RepeatedTest(5)
        void isInjected(
                @OsduRefreshToken(profile = "admin") AccessToken admin,
                @OsduRefreshToken(profile = "viewer") RefreshToken refreshToken) {
            injected("editor", supplier.get());
            injected("viewer", session.accessToken());
            injected("admin", admin);
        }

        /** Uses what the class around it has. */
        @Nested
        class Nest {

            @Test
            void isInjected(@OsduRefreshToken(profile = "editor") AccessToken editor) {
                injected("editor", editor);
            }
        }
    }

    /** Signs in for itself. */
    static final class Fresh {

        @Test
        void isInjected(@OsduRefreshToken(profile = "viewer", fresh = true) AccessToken token) {
            injected("viewer", token);
        }
    }

    /** Wants a token of one user alone. */
    static final class OfTheEditor {

        @Test
        void isInjected(@OsduRefreshToken(profile = "editor") AccessToken token) {
            injected("editor", token);
        }
    }
}
