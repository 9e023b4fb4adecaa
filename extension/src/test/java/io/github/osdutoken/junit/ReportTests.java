package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.RefreshToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EventType;

/** What test reports hold of a sign-in: one entry for each user, and the trace of what failed. */
class ReportTests {

    private static List<Map<String, String>> entries(EngineExecutionResults results) {
        return results.allEvents().list().stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }

    @Test
    void eachUserIsReportedOnceInARun() {
        EngineExecutionResults results = AtSharedEmulator.run(TwoUsersTestCase.class, SameUsersAgainTestCase.class);

        assertThat(Outcome.passed(results)).isEqualTo(4);
        assertThat(entries(results))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry)
                            .containsOnlyKeys(
                                    "osdu.profile",
                                    "osdu.user",
                                    "osdu.source",
                                    "osdu.pages",
                                    "osdu.duration",
                                    "osdu.expires-at")
                            .containsEntry("osdu.source", "sign-in")
                            .containsEntry("osdu.pages", "entra-username, entra-password, entra-stay-signed-in");
                    assertThat(entry.get("osdu.duration")).matches("\\d{2,5} ms");
                    assertThat(Instant.parse(entry.get("osdu.expires-at"))).isAfter(Instant.now());
                })
                .extracting(entry -> entry.get("osdu.profile") + " " + entry.get("osdu.user"))
                .containsExactlyInAnyOrder("default editor@contoso.com", "viewer viewer@contoso.com");
        assertThat(entries(AtSharedEmulator.run(SameUsersAgainTestCase.class)))
                .as("another run")
                .hasSize(1);
    }

    static class TwoUsersTestCase {

        @OsduRefreshToken
        private static RefreshToken token;

        @RepeatedTest(2)
        void test(@OsduRefreshToken(profile = "viewer") OsduSession session) {
            assertThat(session.accessToken()).isNotNull();
            assertThat(token).isNotNull();
        }
    }

    static class SameUsersAgainTestCase {
        @RepeatedTest(2)
        void test(@OsduRefreshToken AccessToken token, @OsduRefreshToken(profile = "default") RefreshToken same) {
            assertThat(token).isNotNull();
            assertThat(same).isNotNull();
        }
    }

    @Test
    void aSessionThatExecutesTwiceReportsAUserOnceWhereJUnitHasAStoreForIt() {
        List<ReportEntry> published = new CopyOnWriteArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(SameUsersAgainTestCase.class))
                .configurationParameters(Map.of("osdu.emulator", "true", "osdu.cache", "memory"))
                .build();
        Runner.inSession(session -> {
            for (int execution = 1; execution <= 2; execution++) {
                session.getLauncher().execute(request, new TestExecutionListener() {
                    @Override
                    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                        published.add(entry);
                    }
                });
            }
        });

        assertThat(published).hasSize(hasSessionStore() ? 1 : 2);
    }

    /** Since 5.13. */
    private static boolean hasSessionStore() {
        return ReflectionSupport.tryToLoadClass("org.junit.jupiter.api.extension.ExtensionContext$StoreScope")
                .toOptional()
                .isPresent();
    }

    /** Since 5.12. */
    private static boolean hasAttachments() {
        return Stream.of(ExtensionContext.class.getMethods())
                .anyMatch(method -> method.getName().equals("publishDirectory"));
    }

    @Test
    void theTraceOfAFailureIsAttachedWhereJUnitHasAttachments(@TempDir Path folder) throws IOException {
        Path reports = folder.resolve("reports");
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        try (Tenant tenant = new Tenant(folder).password("wrong-1")) {
            tenant.with("osdu.trace-dir", folder.resolve("traces").toString())
                    .with("junit.platform.reporting.output.dir", reports.toString());
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(RefusedTestCase.class))
                    .configurationParameters(tenant.parameters())
                    .build();
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(
                        TestIdentifier test, org.junit.platform.engine.TestExecutionResult result) {
                    result.getThrowable().ifPresent(failures::add);
                }
            });
        }

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining(" Trace: " + folder.resolve("traces")));
        assertThat(attached(reports))
                .filteredOn(file -> file.endsWith("index.html"))
                .as("with the first of the two tests")
                .hasSize(hasAttachments() ? 1 : 0)
                .allSatisfy(file -> assertThat(file.toString()).contains("osdu-sign-in-"));
    }

    private static List<Path> attached(Path reports) throws IOException {
        if (!Files.exists(reports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(reports)) {
            return files.toList();
        }
    }

    static class RefusedTestCase {
        @RepeatedTest(2)
        void test(@OsduRefreshToken RefreshToken token) {}
    }
}
