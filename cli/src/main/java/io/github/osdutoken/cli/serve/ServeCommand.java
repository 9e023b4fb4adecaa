package io.github.osdutoken.cli.serve;

import io.github.osdutoken.profile.ProfileLoader;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code osdu-token serve}: the local page, until it is stopped or nobody uses it any more. */
@Command(
        name = "serve",
        description = {
            "Serves a page on loopback to sign in on, as oneself or as the test user, and to copy tokens from.",
            "Prints the page's address on standard output, and on standard error the code that the page asks for."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ServeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "The page's port. Default: any free one.")
    private int port;

    @Option(
            names = "--idle",
            paramLabel = "TIME",
            converter = IdleTime.class,
            description = "Stop when nobody has used the page for so long: 90s, 15m, 2h. Default: 15m.")
    private Duration idle = Duration.ofMinutes(15);

    @Option(names = "--no-open", description = "Do not open a browser.")
    private boolean noOpen;

    /** For picocli. */
    ServeCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (LocalPage page = LocalPage.start(port, idle, ProfileLoader.standard(), code -> err.println(next(code)))) {
            out.println(page.uri() + "/");
            out.flush();
            err.println("The page asks for this code: " + page.code() + "   (Ctrl+C stops it)");
            if (!noOpen) {
                DesktopBrowser.open(page.uri());
            }
            err.println(page.awaitEnd() ? "Stopped from the page." : "Stopped: nobody has used the page for a while.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String next(String code) {
        return code.isEmpty()
                ? "Too many wrong codes were typed: no further browser is let in. Start again for one."
                : "A browser was let in. The code for another browser or tab: " + code;
    }

    /** Reads a length of time. */
    static final class IdleTime implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            if (!text.matches("[1-9]\\d{0,5}[smh]")) {
                throw new TypeConversionException("'" + text + "' is no length of time such as 90s, 15m or 2h");
            }
            return Duration.parse("PT" + text);
        }
    }
}
