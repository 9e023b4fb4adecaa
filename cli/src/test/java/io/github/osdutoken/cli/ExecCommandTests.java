package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A command run with tokens, as a process among processes. */
@Timeout(120)
class ExecCommandTests {

    private static final Map<String, String> ENVIRONMENT = new HashMap<>();

    @TempDir
    private static Path folder;

    private static Emulator emulator;

    /** One user signs in, once; the runs begin with what came of it. */
    @BeforeAll
    static void signIn() throws Exception {
        emulator = Emulator.start();
        emulator.settings("default").forEach((key, value) -> ENVIRONMENT.put(variable(key), value));
        ENVIRONMENT.put("OSDU_CACHE", "memory");
        ENVIRONMENT.put("OSDU_REFRESH_TOKEN", launched("get").ended().out().strip());
        assertThat(ENVIRONMENT.get("OSDU_REFRESH_TOKEN")).isNotEmpty();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void givesTokensToTheCommandAndNothingElse() throws Exception {
        String script = "printf '%s,%s,%s,%s,' \"${#ONE}\" \"${#TWO}\" \"${OSDU_PASSWORD-gone}\""
                + " \"${OSDU_REFRESH_TOKEN-gone}\"; cat; echo \" $*\" >&2; exit 42";

        Run run = launched(
                        "exec",
                        "--quiet",
                        "--export=ONE=default",
                        "--export",
                        "TWO=default",
                        "--",
                        "sh",
                        "-c",
                        script,
                        "sh",
                        "--profile",
                        "-h",
                        "@" + Files.writeString(folder.resolve("body.json"), "{}"))
                .given("from standard input")
                .ended();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(42);
        assertThat(run.out()).matches("([1-9]\\d{2,}),\\1,gone,gone,from standard input");
        assertThat(run.err().lines()).containsExactly(" --profile -h @" + folder.resolve("body.json"));
    }

    @Test
    void leavesTheSecretsToACommandThatSignsInByItself() throws Exception {
        Run run = launched(
                        "exec",
                        "--keep-secrets",
                        "--export",
                        "ONE=default",
                        "printenv",
                        "OSDU_USERNAME",
                        "OSDU_PASSWORD")
                .ended();

        assertThat(run.out().lines()).containsExactly("editor@contoso.com", ENVIRONMENT.get("OSDU_PASSWORD"));
    }

    @Test
    void exportsWhatTheSettingsSay() throws Exception {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("OSDU_EXPORT", "PRIVILEGED_USER_TOKEN=default, OTHER=default");

        Run run = Launched.with(
                        environment, "exec", "sh", "-c", "test \"$PRIVILEGED_USER_TOKEN\" = \"$OTHER\" && echo ok")
                .ended();

        assertThat(run.out()).as(run.err()).isEqualTo("ok\n");
    }

    @Test
    void passesSignalsOnAndWaits() throws Exception {
        String script = "trap 'echo asked to end; exit 7' TERM; echo ready; while :; do sleep 0.1; done";

        Run run = launched("exec", "--export", "ONE=default", "--", "sh", "-c", script)
                .printed("ready")
                .signalled("TERM")
                .ended();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(7);
        assertThat(run.out()).isEqualTo("asked to end\n");
    }

    @Test
    void endsAsTheCommandWasEnded() throws Exception {
        assertThat(launched("exec", "--export", "ONE=default", "--", "sh", "-c", "kill -9 $$")
                        .ended()
                        .exitCode())
                .isEqualTo(128 + 9);
    }

    @Test
    void tellsACommandThatIsNotThereFromOneThatCannotBeRun() throws Exception {
        Path file = Files.writeString(folder.resolve("no-program"), "text");

        Run none = launched("exec", "--export", "ONE=default", "there-is-no-such-command")
                .ended();
        Run unfit = launched("exec", "--export", "ONE=default", file.toString()).ended();

        assertThat(none.exitCode()).isEqualTo(127);
        assertThat(none.lastErrorLine())
                .isEqualTo("error[CONFIGURATION] Running there-is-no-such-command failed: there is no such command."
                        + " Check its name, and PATH.");
        assertThat(unfit.exitCode()).isEqualTo(126);
        assertThat(unfit.lastErrorLine()).contains("it is there, but cannot be run");
    }

    @Test
    @ResourceLock(Run.THIS_JVM)
    void runsNothingWithoutTokens() throws Exception {
        Path proof = folder.resolve("ran");
        Surroundings here = Surroundings.of(emulator, folder, Map.of());
        try {
            Run stranger = Run.of("exec", "--export", "ONE=nobody", "touch", proof.toString());
            Run nothing = Run.of("exec", "touch", proof.toString());
            Run noPair = Run.of("exec", "--export", "ONE", "touch", proof.toString());

            assertThat(stranger.lastErrorLine()).contains("profile nobody");
            assertThat(nothing.lastErrorLine()).contains("neither --export nor osdu.export says");
            assertThat(noPair.lastErrorLine()).contains("Give a list of VARIABLE=profile");
            assertThat(stranger.exitCode() + nothing.exitCode() + noPair.exitCode())
                    .isEqualTo(3 * 2);
        } finally {
            here.close();
        }
        assertThat(proof).doesNotExist();
    }

    @Test
    void aSignInThatIsEndedFromOutsideLeavesNothingBehind() throws Exception {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.remove("OSDU_REFRESH_TOKEN");
        Path file = folder.resolve("never");
        Launched get =
                Launched.with(environment, "get", "--output", file.toString()).said("Page 'entra-username'");
        var browser = get.process().descendants().toList();
        assertThat(browser).isNotEmpty();

        Run run = get.signalled("TERM").ended(); // INT is ignored by what a script starts in the background

        assertThat(run.exitCode()).isEqualTo(128 + 15);
        assertThat(run.out()).isEmpty();
        assertThat(file).doesNotExist();
        for (ProcessHandle each : browser) {
            each.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static Launched launched(String... arguments) throws Exception {
        return Launched.with(ENVIRONMENT, arguments);
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
