package io.github.osdutoken.cli;

import io.github.osdutoken.cli.serve.ServeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code osdu-token}. Tokens go to standard output, everything else to standard error. */
@Command(
        name = "osdu-token",
        description = "Signs a test user in and hands out the user's tokens.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {GetCommand.class, ServeCommand.class, EmulatorCommand.class},
        footer = {
            "",
            "Settings are read from system properties, the environment (OSDU_TENANT_ID, OSDU_CLIENT_ID, OSDU_USERNAME,",
            "OSDU_PASSWORD, …) and osdu.properties. No option takes a secret.",
            "Exit codes: 0 done, 2 configuration or usage, 3 sign-in refused, 4 not available now, 5 not to be trusted",
            "or understood, 70 a defect of ours."
        })
public final class OsduToken implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error: where each setting came from, each page, stack traces.")
    private boolean verbose;

    /** Run the command and end the JVM with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /**
     * Run the command.
     *
     * @param out for tokens
     * @param err for everything else
     * @param args the arguments
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        OsduToken command = new OsduToken();
        CommandLine line = new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> Failures.usage(e))
                .setExecutionExceptionHandler((e, at, parsed) -> Failures.of(e, err, command.verbose));
        line.setExecutionStrategy(parsed -> {
            LogToStandardError.begin(err, command.verbose);
            return new CommandLine.RunLast().execute(parsed);
        });
        int exitCode = execute(line, err, command, args);
        out.flush();
        return exitCode;
    }

    private static int execute(CommandLine line, PrintWriter err, OsduToken command, String... args) {
        try {
            return line.execute(args);
        } catch (Error e) { // picocli hands on exceptions only
            return Failures.of(e, err, command.verbose);
        }
    }

    /** Without a subcommand there is nothing to do but say what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: get or emulator");
    }
}
