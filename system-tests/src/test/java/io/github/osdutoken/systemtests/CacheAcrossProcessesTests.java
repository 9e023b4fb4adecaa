package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.cache.CacheFolder;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.systemtests.CommandLine.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that need one user's tokens at once, as forks of a build and jobs of one machine do. */
@Timeout(240)
class CacheAcrossProcessesTests {

    private final Emulator emulator = Emulator.start();

    @TempDir
    private Path folder;

    private Jobs jobs;

    @BeforeEach
    void share() throws IOException {
        jobs = new Jobs(folder, emulator).with("OSDU_TIMEOUT", "100s");
    }

    @AfterEach
    void stop() throws IOException {
        emulator.close();
        jobs.close();
    }

    @Test
    void sixOfThemSignInOnceAndLeaveNoSecretBehind() throws Exception {
        List<JsonNode> tokens = new ArrayList<>();
        for (Ended one : jobs.run(6)) {
            assertThat(one.exitCode()).as(one.err()).isZero();
            tokens.add(new JsonMapper().readTree(one.out()));
        }

        assertThat(tokens)
                .extracting(one -> one.path("access_token").asText())
                .containsOnly(tokens.get(0).path("access_token").asText());
        assertThat(tokens)
                .extracting(one -> one.path("source").asText())
                .containsExactlyInAnyOrder("sign-in", "cache", "cache", "cache", "cache", "cache");
        assertThat(authorizeRequests()).isOne();
        assertThat(emulator.passwordPosts()).isOne();
        assertNotInTheCache(
                emulator.user("default").password(),
                emulator.user("default").username(),
                tokens.get(0).path("access_token").asText(),
                tokens.get(0).path("refresh_token").asText(),
                tokens.get(0).path("id_token").asText());
    }

    @Test
    void fourOfThemSendAWrongPasswordOnceAndOneACorrectedOneAtOnce() throws Exception {
        jobs.with("OSDU_PASSWORD", "Canary-Wrong-1");

        List<Ended> ended = jobs.run(4);

        List<String> failures = new ArrayList<>();
        for (Ended one : ended) {
            assertThat(one.exitCode()).as(one.err()).isEqualTo(3);
            failures.add(one.lastErrorLine());
        }
        assertThat(emulator.passwordPosts()).isOne();
        assertThat(failures)
                .allMatch(line -> line.startsWith("error[INVALID_CREDENTIALS] ") && line.contains("AADSTS50126"))
                .filteredOn(line -> line.contains(" in another process ('osdu-token cache clear' "))
                .hasSize(3);
        assertNotInTheCache("Canary-Wrong-1");

        jobs.with("OSDU_PASSWORD", emulator.user("default").password());
        assertThat(jobs.run(1).get(0).exitCode()).isZero();
    }

    @Test
    void oneTakesOverFromAnotherThatIsKilledWhileItSignsIn() throws Exception {
        emulator.faults().delay(Step.LOGIN, Duration.ofMinutes(2));
        Jobs.Job first = jobs.start("first");
        Eventually.within(Duration.ofSeconds(60), () -> emulator.passwordPosts() == 1);
        Jobs.Job second = jobs.start("second");
        Eventually.within(Duration.ofSeconds(60), () -> errorsOf(second).contains("Waiting for another sign-in of"));
        assertThat(errorsOf(second)).contains("process " + first.process().pid() + " (");

        first.process().destroyForcibly();
        emulator.faults().delay(Step.LOGIN, Duration.ZERO);

        Ended ended = second.end();
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(emulator.passwordPosts()).isEqualTo(2);
        Eventually.within(Duration.ofSeconds(10), () -> jobs.left().isEmpty());
    }

    @Test
    void killsAtRandomPointsLeaveNothingBroken() throws Exception {
        try (Emulator shortLived = KillSoak.emulator();
                Jobs killed = new Jobs(folder.resolve("soak"), shortLived)) {
            new KillSoak(killed, shortLived, 11).run(3);
        }
    }

    @Test
    void nameTheTemporaryFolderWhereItIsWhyNothingCanBeKept() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        jobs.with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + nowhere);

        Ended ended = jobs.run(1).get(0);

        assertThat(ended.err())
                .contains("Tokens cannot be kept in " + jobs.cacheDir())
                .contains("nothing can be written to " + nowhere + ", which would tell whose files are ours");
        assertThat(ended.lastErrorLine())
                .startsWith("error[BROWSER_UNAVAILABLE] ")
                .contains(nowhere.toString());
        assertThat(authorizeRequests()).isZero();
    }

    private long authorizeRequests() {
        return emulator.requests().stream()
                .filter(request -> request.path().endsWith("/authorize"))
                .count();
    }

    private static String errorsOf(Jobs.Job job) {
        try {
            return Files.readString(job.folder().resolve("stderr"));
        } catch (IOException e) {
            return "";
        }
    }

    private void assertNotInTheCache(String... secrets) throws IOException {
        assertThat(CacheFolder.of(jobs.cacheDir()).problem()).isEmpty();
        try (Stream<Path> files = Files.walk(jobs.cacheDir())) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThan(2).allSatisfy(file -> {
                String text = file + Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
                    assertThat(text.contains(new String(bytes, StandardCharsets.ISO_8859_1)))
                            .isFalse();
                    assertThat(text.contains(
                                    Base64.getEncoder().withoutPadding().encodeToString(bytes)))
                            .isFalse();
                }
            });
        }
    }
}
