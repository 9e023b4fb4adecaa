package io.github.osdutoken.cli;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code osdu-token exec}: a command that finds access tokens in its environment, and nowhere else. */
@Command(
        name = "exec",
        description = {
            "Runs a command with access tokens in its environment, and ends with its exit code.",
            "The tokens are in no argument, no file and no variable of this shell."
        },
        customSynopsis = "osdu-token exec [--export VARIABLE=PROFILE]… [--keep-secrets] [--] COMMAND [ARGUMENT…]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  osdu-token exec --export PRIVILEGED_USER_TOKEN=editor -- mvn verify",
            "  osdu-token exec --export TOKEN=default -- sh -c 'curl -H \"Authorization: Bearer $TOKEN\" …'",
            "",
            "Exit codes: the command's own, 128+n when signal n ended it, 126 when it cannot be run, 127 when there is",
            "none; those of 'osdu-token --help' when there was no token and nothing was run."
        })
final class ExecCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private OsduToken top;

    @Option(
            names = "--export",
            paramLabel = "VARIABLE=PROFILE",
            description = {
                "Put the access token of a profile's user in this variable; 'default' is the unnamed profile. May be",
                "given several times, or as a list with commas. Default: what osdu.export says."
            })
    private List<String> exports = new ArrayList<>();

    @Option(
            names = "--keep-secrets",
            description = {
                "Leave OSDU_PASSWORD and our other secrets in the command's environment, for one that signs in by",
                "itself. By default they are taken out."
            })
    private boolean keepSecrets;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command and its arguments.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> command;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> tokens = tokens(profiles());
        top.progress().close(); // the terminal is the command's from here on
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        if (!keepSecrets) {
            OwnSecrets.removeFrom(builder.environment());
        }
        builder.environment().putAll(tokens);
        try (ForwardedSignals signals = ForwardedSignals.begin()) {
            Process process = builder.start();
            signals.to(process);
            return process.waitFor();
        } catch (IOException e) {
            CommandOnPath found = CommandOnPath.find(command.get(0), top.environment());
            return Failures.notRun(command.get(0), found, spec.commandLine().getErr());
        }
    }

    /** Return the profile of each variable. */
    private Map<String, String> profiles() {
        Map<String, String> profiles = ProfileLoader.standard()
                .withOverrides(Map.of(Setting.EXPORT.key(), String.join(",", exports))) // blank counts as unset
                .exports();
        if (profiles.isEmpty()) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Running " + command.get(0),
                    "neither --export nor osdu.export says which variables there are to be.",
                    "Say --export VARIABLE=PROFILE, such as --export PRIVILEGED_USER_TOKEN=default.");
        }
        return profiles;
    }

    private Map<String, String> tokens(Map<String, String> profiles) {
        Map<String, Tokens> byProfile = new HashMap<>();
        Map<String, String> tokens = new HashMap<>();
        profiles.forEach((variable, profile) -> tokens.put(
                variable,
                byProfile.computeIfAbsent(profile, this::tokens).accessToken().value()));
        return tokens;
    }

    private Tokens tokens(String profile) {
        Profile who = Profile.load(profile);
        top.progress().begin("Getting tokens of " + who.user());
        return TokenSource.of(who).tokens();
    }
}
