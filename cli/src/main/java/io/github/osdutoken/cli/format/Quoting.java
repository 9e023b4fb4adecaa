package io.github.osdutoken.cli.format;

import java.util.regex.Pattern;

/** How a value is written so that the reader gets it back, whatever is in it. */
final class Quoting {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@+=~,-]+");

    /** PowerShell ends a string in single quotes at any of these. */
    private static final Pattern POWERSHELL_QUOTES = Pattern.compile("['\u2018\u2019\u201a\u201b]");

    private Quoting() {}

    /** POSIX, XCU 2.2.2: nothing is special between single quotes, so a quote is written outside of them. */
    static String shell(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    static String powerShell(String value) {
        return "'" + POWERSHELL_QUOTES.matcher(value).replaceAll("$0$0") + "'";
    }

    /**
     * Readers of {@code .env} files agree on bare words and on single quotes. A value with a quote or a line break needs
     * escapes, which most of them know between double quotes.
     */
    static String dotenv(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        if (value.chars().noneMatch(c -> c == '\'' || c == '\n' || c == '\r')) {
            return "'" + value + "'";
        }
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "\"";
    }

    /** The agent turns these back: percent signs first here, last there. */
    static String azurePipelines(String value) {
        return value.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The runner turns these back in a command's message. */
    static String github(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
