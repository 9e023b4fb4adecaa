package io.github.osdutoken.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.systemtests.CommandLine.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts of the templates in {@code ci/}, run with the variables that the build servers would give them. */
class PipelineTests {

    private static final String TESTS = "./mvnw --batch-mode";
    private static final String KEEP = "get --fresh";

    /** Stands for a command of the build server: keeps what it was given. */
    private static final String WITNESS = """
            #!/bin/sh
            printf '%s\\n' "$0" "$@" > "$SEEN/arguments"
            env > "$SEEN/environment"
            cat > "$SEEN/stdin"
            """;

    @TempDir
    private static Path folder;

    private static Emulator emulator;

    /** What is set at the build server: the names of Azure's Key Vault beside those of the others. */
    private static final Map<String, String> SET = new HashMap<>();

    @BeforeAll
    static void signInOnce() throws Exception {
        emulator = Emulator.start();
        emulator.settings("default").forEach((key, value) -> SET.put(variable(key), value));
        emulator.settings("no-access")
                .forEach((key, value) -> SET.put(variable("osdu.profile.no-access" + key.substring(4)), value));
        Ended signedIn = CommandLine.run(folder, SET, "get");
        assertThat(signedIn.exitCode()).as(signedIn.err()).isZero();
        SET.put("OSDU_REFRESH_TOKEN", signedIn.out().strip());
        SET.put("OSDU_SECRETS_WRITER", "canary-writer");
        SET.put("OSDU_VARIABLES_WRITER", "canary-writer");
        SET.put("OSDU_KEY_VAULT", "tests");
        SET.put("osdu-password", SET.get("OSDU_PASSWORD"));
        SET.put("osdu-no-access-password", SET.get("OSDU_PROFILE_NO_ACCESS_PASSWORD"));
        SET.put("osdu-refresh-token", SET.get("OSDU_REFRESH_TOKEN"));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    @Tag("long")
    void gitHubReadsItsTemplate() throws Exception {
        String found = output(NodeProject.folder(), "node", "github-workflow.mjs", PipelineTemplate.GITHUB.path());

        assertThat(found.strip()).isEqualTo("{\"errors\":[],\"jobs\":[\"tests\",\"keep-refresh-token\"]}");
    }

    @Test
    @Tag("long")
    void gitLabReadsItsTemplate() throws Exception {
        Path project = Files.createDirectories(folder.resolve("gitlab"));
        Files.copy(Path.of(PipelineTemplate.GITLAB.path()), project.resolve(".gitlab-ci.yml"));
        output(project, "git", "init", "--quiet");
        output(project, "git", "remote", "add", "origin", "git@gitlab.com:example/tests.git");
        String program = NodeProject.folder()
                .resolve("node_modules/.bin/gitlab-ci-local")
                .toRealPath()
                .toString();

        assertThat(output(project, "node", program, "--list-csv-all"))
                .contains("json schema validated")
                .containsPattern("(?m)^osdu-tests;")
                .containsPattern("(?m)^keep-refresh-token;");
    }

    @ParameterizedTest
    @EnumSource
    void givesTheTestsBothUsersAndNoSecretInAnArgument(PipelineTemplate template) throws Exception {
        Map<String, String> seen = run(template, TESTS, SET, "mvnw");

        assertThat(seen.get("arguments")).contains("verify").doesNotContain(SET.get("OSDU_PASSWORD"));
        assertThat(seen.get("environment"))
                .contains(
                        "OSDU_USERNAME=" + SET.get("OSDU_USERNAME"),
                        "OSDU_PASSWORD=" + SET.get("OSDU_PASSWORD"),
                        "OSDU_PROFILE_NO_ACCESS_USERNAME=" + SET.get("OSDU_PROFILE_NO_ACCESS_USERNAME"),
                        "OSDU_PROFILE_NO_ACCESS_PASSWORD=" + SET.get("OSDU_PROFILE_NO_ACCESS_PASSWORD"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutSecretsNothingIsConfiguredAndNoPasswordIsSent(PipelineTemplate template) throws Exception {
        Map<String, String> environment = environment(template, TESTS, withoutSecrets());

        Ended ended = CommandLine.run(Files.createDirectories(folder.resolve(template + "-fork")), environment, "get");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("osdu.password is not set").doesNotContain("osdu.client-secret");
        assertThat(emulator.passwordPosts()).isEqualTo(1); // that of signInOnce
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheRefreshTokenThatComesBackAndShowsItToNobody(PipelineTemplate template) throws Exception {
        String command = Map.of("GITHUB", "gh", "AZURE", "az", "GITLAB", "curl").get(template.name());

        Map<String, String> seen = run(template, KEEP, SET, command);

        Path file = folder.resolve(template + "/refresh-token");
        String kept = Files.readString(file);
        assertThat(kept)
                .isNotEqualTo(SET.get("OSDU_REFRESH_TOKEN"))
                .hasSizeGreaterThan(20)
                .doesNotContainAnyWhitespaces();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(seen.get("arguments"))
                .doesNotContain(kept, "canary-writer")
                .containsAnyOf("refresh-token", "REFRESH_TOKEN");
        assertThat(seen.get("stdin"))
                .isEqualTo(
                        switch (template) {
                            case GITHUB -> kept;
                            case AZURE -> "";
                            case GITLAB -> "PRIVATE-TOKEN: canary-writer";
                        });
        assertThat(seen.get("output")).doesNotContain(kept, SET.get("OSDU_REFRESH_TOKEN"), "canary-writer");

        Map<String, String> next = new HashMap<>(SET);
        next.remove("OSDU_PASSWORD");
        next.put("OSDU_REFRESH_TOKEN", kept);
        Ended again = CommandLine.run(
                Files.createDirectories(folder.resolve(template + "-next")), next, "get", "--format", "json");
        assertThat(again.out()).as(again.err()).contains("\"source\" : \"refresh\"");
    }

    /** The file with all in it; the module's own has no main class. */
    @ParameterizedTest
    @EnumSource
    void fetchesTheFileThatIsPublished(PipelineTemplate template) throws Exception {
        String pom = Files.readString(Path.of("..", "cli", "pom.xml"));

        assertThat(template.script("dependency-plugin"))
                .contains("osdu-token-cli:" + element(pom, "version") + ":jar:" + element(pom, "shadedClassifierName"));
    }

    private static String element(String pom, String name) {
        Matcher found = Pattern.compile("<" + name + ">(.+?)</").matcher(pom);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    /** Run a script of a template where {@code command} is not what it is at the build server; return what it was given. */
    private static Map<String, String> run(
            PipelineTemplate template, String words, Map<String, String> set, String command) throws Exception {
        Path work = Files.createDirectories(folder.resolve(template.toString()));
        Path seen = Files.createDirectories(work.resolve("seen"));
        Path bin = Files.createDirectories(work.resolve("bin"));
        for (Path program : new Path[] {bin.resolve(command), work.resolve(command)}) {
            Files.writeString(program, WITNESS);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
        Path jar = work.resolve("osdu-token-cli.jar");
        if (!Files.exists(jar)) {
            Files.createSymbolicLink(
                    jar, Path.of("../cli/target/osdu-token.jar").toRealPath());
        }
        ProcessBuilder builder = new ProcessBuilder("bash", "-eo", "pipefail", "-c", template.script(words))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(work.resolve("output").toFile());
        builder.environment().keySet().retainAll(Set.of("SE_CHROMEDRIVER"));
        builder.environment().putAll(environment(template, words, set));
        builder.environment()
                .putAll(Map.of(
                        "PATH", bin + ":" + System.getProperty("java.home") + "/bin:" + System.getenv("PATH"),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "HOME", work.toString(),
                        "LC_ALL", "C.UTF-8",
                        "SEEN", seen.toString(),
                        "RUNNER_TEMP", work.toString(),
                        "AGENT_TEMPDIRECTORY", work.toString(),
                        "CI_PROJECT_DIR", work.toString(),
                        "GITHUB_REPOSITORY", "example/tests"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(work.resolve("output")))
                    .isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Map<String, String> found = new HashMap<>(Map.of("output", Files.readString(work.resolve("output"))));
        for (String name : new String[] {"arguments", "environment", "stdin"}) {
            found.put(name, Files.readString(seen.resolve(name), UTF_8));
        }
        return found;
    }

    private static String output(Path directory, String... command) throws Exception {
        Path log = Files.createTempFile(folder, "output", ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        String output = Files.readString(log);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** What the template names, and what a build server puts into the environment unasked. */
    private static Map<String, String> environment(PipelineTemplate template, String words, Map<String, String> set) {
        Map<String, String> environment = new HashMap<>();
        // Azure and GitLab make environment variables of all that is set, Azure not of secrets.
        set.forEach((name, value) -> {
            boolean unasked = template == PipelineTemplate.GITLAB
                    || (template == PipelineTemplate.AZURE && withoutSecrets().containsKey(name));
            // The way to the emulator; a tenant of Entra ID needs none.
            if (unasked || name.endsWith("_ISSUER") || name.endsWith("_AUTHORITY")) {
                environment.put(name, value);
            }
        });
        environment.putAll(template.environment(words, set));
        if (words.equals(KEEP)) {
            environment.remove("OSDU_PASSWORD"); // whose user has one needs no refresh token kept
        }
        return environment;
    }

    private static Map<String, String> withoutSecrets() {
        Map<String, String> rest = new HashMap<>(SET);
        rest.keySet().removeIf(name -> name.matches("osdu-.*|.*(PASSWORD|SECRET|REFRESH_TOKEN|WRITER)"));
        return rest;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
