package io.github.osdutoken.cli;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osdu-token emulator}: the emulator alone, until stopped. */
@Command(
        name = "emulator",
        description = {
            "Runs Entra ID's sign-in and a small OSDU API on loopback, until stopped.",
            "Prints the settings that reach it on standard output, in a form a shell can read, and closes it;",
            "then the requests it answers on standard error."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EmulatorCommand implements Runnable {

    /** Kept, since java.util.logging holds loggers by weak references only. */
    private static final Logger REQUESTS = Logger.getLogger("io.github.osdutoken.emulator.Traffic");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "The port. Default: any free one.")
    private int port;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        REQUESTS.setLevel(Level.FINE);
        try (Emulator emulator = start()) {
            settings(emulator).forEach((name, value) -> out.println(name + "=" + quoted(value)));
            out.close(); // whoever reads the settings has them all, and need not guess
            err.println("Emulating Entra ID and OSDU at " + emulator.authority() + ". Stop with Ctrl+C.");
            new CountDownLatch(1).await(); // the JVM's end is the only way out
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Emulator start() {
        try {
            return Emulator.builder().port(port).start();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Starting the emulator",
                    "port " + port + " cannot be had.",
                    "Choose another, or leave --port out for any free one.",
                    e);
        }
    }

    /** Return the environment variables that lead to the emulator: its default user's, and a profile for each other. */
    private static Map<String, String> settings(Emulator emulator) {
        Map<String, String> variables = new LinkedHashMap<>();
        emulator.settings("default").forEach((key, value) -> variables.put(variable(key), value));
        for (EmulatorUser user : emulator.users()) {
            String prefix = variable("osdu.profile." + user.profile() + ".");
            variables.put(prefix + "USERNAME", user.username());
            variables.put(prefix + "PASSWORD", user.password());
        }
        return variables;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
