package io.github.osdutoken.cli.emulator;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.cli.format.Format;
import io.github.osdutoken.cli.format.Variables;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorBuilder;
import io.github.osdutoken.emulator.osdu.EdgeStyle;
import java.io.PrintWriter;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code osdu-token emulator}: the emulator alone, until stopped. */
@Command(
        name = "emulator",
        description = {
            "Runs Entra ID's sign-in and a small OSDU API on loopback, until stopped.",
            "Prints the settings that reach it on standard output, in a form a shell can read, and closes it;",
            "then the requests it answers on standard error."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  osdu-token emulator > emulator.env &       then: . ./emulator.env",
            "  osdu-token emulator --user editor:mfa-totp,consent --language fi-FI",
            "  osdu-token emulator --user tina:disabled   one more user, profile tina",
            "  osdu-token emulator --confidential --fault token=unavailable:2",
            "  osdu-token emulator --https --ca-file ca.pem"
        })
public final class EmulatorCommand implements Runnable {

    /** Kept, since java.util.logging holds loggers by weak references only. */
    private static final Logger REQUESTS = Logger.getLogger("io.github.osdutoken.emulator.Traffic");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "The port. Default: any free one.")
    private int port;

    @Option(
            names = "--https",
            description = "Serve https, with a certificate of an authority that is made for it and thrown away.")
    private boolean https;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "With --https: where the authority's certificate goes (PEM), to stay. By default it ends with"
                    + " the emulator.")
    private @Nullable Path authorityFile;

    @Option(
            names = "--user",
            paramLabel = "NAME[:CONDITION,…]",
            converter = UserOption.Reader.class,
            description =
                    "Put conditions before a user: editor, viewer, admin, no-access or another of its users, or one"
                            + " more. May be repeated. An unknown condition ('--user editor:?') is answered with those there are.")
    private List<UserOption> users = new ArrayList<>();

    @Option(names = "--confidential", description = "Make the application a confidential client, with a secret.")
    private boolean confidential;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "What the pages are written in: en-US (default), fi-FI, ja-JP.")
    private @Nullable String language;

    @Option(
            names = "--edge",
            paramLabel = "STYLE",
            description = "Who answers OSDU calls without a token: envoy (default, 403 in plain text) or service (each"
                    + " service in its own words, as OSDU's acceptance suites expect).")
    private EdgeStyle edge = EdgeStyle.ENVOY;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            converter = FaultOption.Reader.class,
            description = "What goes wrong: a quirk such as no-kmsi, or STEP=FAILURE[:TIMES], or STEP=5s for a slow"
                    + " one. May be repeated. Unknown ones ('--fault ?', '--fault ?=5s') are answered with those there"
                    + " are.")
    private List<FaultOption> faults = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = FormatName.All.class,
            converter = FormatName.class,
            description = "How settings are printed: one of ${COMPLETION-CANDIDATES}. Default: env.")
    private Format format = Format.ENV;

    /** For picocli. */
    EmulatorCommand() {}

    @Override
    public void run() {
        if (authorityFile != null && !https) {
            throw new ParameterException(spec.commandLine(), "--ca-file goes with --https");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        REQUESTS.setLevel(Level.FINE);
        try (Emulator emulator = start()) {
            faults.forEach(fault -> fault.switchOn(emulator.faults()));
            Path folder = PassingFolder.create();
            PrintedSettings settings = PrintedSettings.of(emulator, folder.resolve("cache"));
            X509Certificate authority = emulator.certificateAuthority();
            TrustFiles trust = authority == null ? null : TrustFiles.write(authority, authorityFile, folder);
            if (trust != null) {
                settings = settings.with(trust.variables(System.getenv()));
            }
            out.print(Variables.write(format, settings.values(), settings.secrets()));
            out.close(); // whoever reads the settings has them all, and need not guess
            err.println("Emulating Entra ID and OSDU at " + emulator.authority() + ". Stop with Ctrl+C.");
            if (trust != null) {
                trust.explain().forEach(err::println);
            }
            new CountDownLatch(1).await(); // the JVM's end is the only way out
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Emulator start() {
        if (port < 0 || port > 65_535) {
            throw portNotToBeHad(null);
        }
        EmulatorBuilder builder = Emulator.builder().port(port).edge(edge);
        users.forEach(user -> user.addTo(builder));
        if (https) {
            builder.https();
        }
        if (confidential) {
            builder.clientSecret(UUID.randomUUID().toString());
        }
        if (language != null) {
            builder.language(language);
        }
        try {
            return builder.start();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SocketException) {
                throw portNotToBeHad(e);
            }
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Starting the emulator",
                    String.valueOf(e.getMessage()),
                    "Mend that, or leave the option out.",
                    e);
        }
    }

    private SignInException portNotToBeHad(@Nullable Throwable cause) {
        return SignInException.of(
                Reason.CONFIGURATION,
                "Starting the emulator",
                "port " + port + " cannot be had.",
                "Choose another, or leave --port out for any free one.",
                cause);
    }

    /** Reads the name of a format that writes variables. */
    static final class FormatName implements ITypeConverter<Format> {

        @Override
        public Format convert(String text) {
            return Variables.formats().stream()
                    .filter(one -> one.toString().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text
                            + "' is not a format for variables. There are: "
                            + new All().stream().collect(Collectors.joining(", "))));
        }

        /** All of them, for the help text and for completion. */
        static final class All extends ArrayList<String> {

            private static final long serialVersionUID = 1L;

            All() {
                super(Variables.formats().stream().map(Format::toString).toList());
            }
        }
    }
}
