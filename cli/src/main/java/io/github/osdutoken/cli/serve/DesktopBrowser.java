package io.github.osdutoken.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser that a person uses on this desktop. */
final class DesktopBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopBrowser.class);

    private DesktopBrowser() {}

    /** Open an address there, if there is a desktop; it holds no secret, since process listings show it. */
    static void open(URI address) {
        List<String> command = command(System.getProperty("os.name", ""), System.getenv());
        if (command.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder(command.stream()
                            .map(part -> part.isEmpty() ? address.toString() : part)
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.debug("No browser could be opened: {}", e.getMessage());
        }
    }

    /** Return the command, with an empty text where the address goes; nothing where there is no desktop. */
    static List<String> command(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", "");
        }
        if (name.startsWith("mac")) {
            return List.of("open", "");
        }
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return desktop ? List.of("xdg-open", "") : List.of();
    }
}
