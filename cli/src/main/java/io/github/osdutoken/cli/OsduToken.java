package io.github.osdutoken.cli;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.cli.doctor.DoctorCommand;
import io.github.osdutoken.cli.emulator.EmulatorCommand;
import io.github.osdutoken.cli.serve.ServeCommand;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
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
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  osdu-token get                              the refresh token",
            "  eval \"$(osdu-token get --format env)\"       REFRESH_TOKEN and all the data loader needs, in this shell",
            "  osdu-token exec --export PRIVILEGED_USER_TOKEN=editor -- mvn verify",
            "  osdu-token serve                            a local page to sign in and copy tokens",
            "",
            "Settings are read from system properties, the environment (OSDU_TENANT_ID, OSDU_CLIENT_ID, OSDU_USERNAME,",
            "OSDU_PASSWORD, …) and osdu.properties. No option takes a secret.",
            "Exit codes: 0 done, 2 configuration or usage, 3 sign-in refused, 4 not available now, 5 not to be trusted",
            "or understood, 70 a defect of ours."
        })
public final class OsduToken implements Runnable {

    private static final List<Class<?>> SUBCOMMANDS = List.of(
            GetCommand.class,
            ExecCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            CacheCommand.class,
            EmulatorCommand.class,
            CompletionCommand.class,
            HelpCommand.class);

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "Say nothing on standard error but errors (serve: its code, emulator: its address).")
    private boolean quiet;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error: where each setting came from, each page, stack traces.")
    private boolean verbose;

    private Progress progress = Progress.plain(new PrintWriter(Writer.nullWriter()));

    private OsduToken(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Run the command and end the JVM with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        byte[] lastWords = Failures.noMemory(); // made while there is memory to make it
        Thread.setDefaultUncaughtExceptionHandler(OsduToken::endOfAThread);
        try {
            int exitCode = run(out, err, args);
            endHttpClients();
            System.exit(exitCode);
        } catch (OutOfMemoryError e) {
            System.err.write(lastWords, 0, lastWords.length);
            System.err.flush();
            Runtime.getRuntime()
                    .halt(Reason.UNAVAILABLE.exitCode()); // what is still to be ended would need memory, too
        }
    }

    /** Of too little memory this thread tells, and what it says is the last line; threads that end with it are silent. */
    private static void endOfAThread(Thread thread, Throwable e) {
        if (!(e instanceof OutOfMemoryError)) {
            System.err.print("Exception in thread \"" + thread.getName() + "\" "); // as the JVM does
            e.printStackTrace(System.err);
        }
    }

    /**
     * A JVM that ends waits 300 ms for threads in native code, which is where those of {@code java.net.http} wait for what
     * nobody sends any more (HotSpot's {@code VM_Exit::wait_for_threads_in_native_to_block}). Interrupted, they end.
     */
    private static void endHttpClients() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isDaemon() && thread.getName().matches("HttpClient-\\d+-SelectorManager"))
                .forEach(Thread::interrupt);
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
        return run(out, err, System.getenv(), args);
    }

    static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... args) {
        OsduToken command = new OsduToken(environment);
        CommandLine line = new CommandLine(command);
        subcommands(args).forEach(line::addSubcommand);
        line.setOut(out)
                .setErr(err)
                .setUsageHelpWidth(112)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // exec's curl -d @body.json means what it says
                .setParameterExceptionHandler(
                        (e, arguments) -> Failures.usage(e, List.of(arguments).contains("--quiet")))
                .setExecutionExceptionHandler((e, at, parsed) -> Failures.of(e, err, command.verbose))
                .setExecutionStrategy(parsed -> command.execute(parsed, err));
        // What follows exec's command belongs to that command, also when it looks like an option of ours.
        Optional.ofNullable(line.getSubcommands().get("exec")).ifPresent(exec -> exec.setStopAtPositional(true));
        int exitCode;
        try {
            exitCode = line.execute(args);
            out.flush();
            if (exitCode == 0 && out.checkError()) {
                exitCode = Failures.of(resultLost(), err, command.verbose);
            }
        } catch (Error e) { // picocli hands on exceptions only
            exitCode = Failures.of(e, err, command.verbose);
        }
        return exitCode;
    }

    /** Return what the arguments may mean. Scripts call two commands over and over; all eight take picocli longer. */
    private static List<Class<?>> subcommands(String... args) {
        return switch (args.length == 0 ? "" : args[0]) {
            case "get" -> List.of(GetCommand.class);
            case "exec" -> List.of(ExecCommand.class);
            default -> SUBCOMMANDS;
        };
    }

    private int execute(CommandLine.ParseResult parsed, PrintWriter err) {
        if (quiet && verbose) {
            throw new ParameterException(spec.commandLine(), "--quiet and --verbose exclude each other");
        }
        // A line that turns is for what ends by itself.
        boolean lasts =
                parsed.subcommand() != null && parsed.subcommand().commandSpec().userObject() instanceof ServeCommand;
        try (Progress shown =
                quiet || lasts || !Terminal.isStandardError() ? Progress.plain(err) : Progress.drawn(err)) {
            progress = quiet ? progress : shown;
            LogToStandardError.begin(progress, verbosity());
            return new CommandLine.RunLast().execute(parsed);
        }
    }

    private Verbosity verbosity() {
        return quiet ? Verbosity.QUIET : verbose ? Verbosity.VERBOSE : Verbosity.USUAL;
    }

    /** Return where to say what goes on. */
    Progress progress() {
        return progress;
    }

    /** Return the environment variables of this process. */
    Map<String, String> environment() {
        return environment;
    }

    private static SignInException resultLost() {
        return SignInException.of(
                Reason.UNAVAILABLE,
                "Writing to standard output",
                "not all of the result was taken: the disk is full, or who reads it has gone.",
                "Make room, or let the reader read to the end; do not use what did arrive.");
    }

    /** Without a subcommand there is nothing to do but say what there is. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
