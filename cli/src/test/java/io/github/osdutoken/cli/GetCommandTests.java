package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.emulator.Emulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What {@code get} prints when all goes well. */
@ResourceLock(Run.THIS_JVM)
class GetCommandTests {

    private static Emulator emulator;

    @TempDir
    private Path folder;

    private Surroundings surroundings;

    @BeforeAll
    static void start() {
        emulator = Emulator.start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @BeforeEach
    void surround() throws IOException {
        surroundings = Surroundings.of(emulator, folder, Map.of());
    }

    @AfterEach
    void restore() {
        surroundings.close();
    }

    @Test
    void printsTheRefreshTokenAlone() throws Exception {
        assertThat(Run.of("get")).satisfies(run -> {
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).isEqualTo(json().path("refresh_token").asText() + System.lineSeparator());
        });
        assertThat(Run.of("get", "--format", "refresh-token")).isEqualTo(Run.of("get"));
    }

    @Test
    void printsTheAccessTokenAlone() throws Exception {
        assertThat(Run.of("get", "--format=ACCESS-token").out())
                .isEqualTo(json().path("access_token").asText() + System.lineSeparator());
    }

    @Test
    void printsEverythingAsJson() throws Exception {
        JsonNode tokens = json();

        assertThat(List.copyOf(tokens.properties()).stream().map(Map.Entry::getKey))
                .containsExactly(
                        "token_type",
                        "scope",
                        "expires_at",
                        "access_token",
                        "refresh_token",
                        "id_token",
                        "issuer",
                        "client_id",
                        "username",
                        "source");
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("issuer").asText()).isEqualTo(emulator.issuer().toString());
        assertThat(tokens.path("client_id").asText()).isEqualTo(emulator.clientId());
        assertThat(tokens.path("username").asText()).isEqualTo("editor@contoso.com");
        assertThat(tokens.path("expires_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(Instant.parse(tokens.path("expires_at").asText())).isAfter(Instant.now());
    }

    @Test
    void signsInAnewWhenAskedTo() throws Exception {
        json();
        assertThat(json().path("source").asText()).isEqualTo("cache");

        assertThat(json("--fresh").path("source").asText()).isEqualTo("sign-in");
    }

    @Test
    void writesAFileThatItsOwnerAloneCanRead() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "what was there before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Run run = Run.of("get", "--output", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(Run.of("get").out());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("token", "password");
        }
    }

    @Test
    void leavesNothingWhereItCannotWrite() throws Exception {
        Path file = folder.resolve("missing").resolve("token");

        Run run = Run.of("get", "--output", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.lastErrorLine())
                .startsWith("error[CONFIGURATION] Writing " + file + " failed: NoSuchFileException: ")
                .endsWith("Name a file in a folder that exists and that you may write to.");
    }

    private static JsonNode json(String... more) throws IOException {
        Run run = Run.of(Stream.concat(Stream.of("get", "--format", "json"), Stream.of(more))
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    @Test
    void feedsAStepOfGitHubActions() throws Exception {
        Path file = folder.resolve("github-env");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exitCode = OsduToken.run(
                new PrintWriter(out),
                new PrintWriter(err, true),
                Map.of("GITHUB_ENV", file.toString()),
                "get",
                "--format=github");

        String token = Run.of("get").out().strip();
        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .contains("::add-mask::" + token)
                .allMatch(line -> line.startsWith("::add-mask::"));
        assertThat(Files.readString(file)).contains("REFRESH_TOKEN<<", "\n" + token + "\n");
    }

    @Test
    void takesOtherUsersForOsdusJavaSuites() throws Exception {
        surroundings =
                Surroundings.of(emulator, folder, Map.of("osdu.profile.no-access.username", "editor@contoso.com"));

        Run run = Run.of("get", "--format", "osdu-java-tests");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("There is no profile 'root'").doesNotContain("'no-access'");
        assertThat(run.out().lines()).hasSize(5).allMatch(line -> line.matches("export [A-Z_]+_TOKEN='ey[^']+'"));
    }

    @Test
    void quietSaysNothing() {
        Run run = Run.of("get", "--fresh", "--quiet");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }
}
