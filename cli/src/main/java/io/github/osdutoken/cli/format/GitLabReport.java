package io.github.osdutoken.cli.format;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A dotenv report of GitLab CI: values as they are, without quotes, each on one line. */
final class GitLabReport implements Syntax {

    /** What GitLab takes unless an administrator allows more. */
    private static final int MOST_BYTES = 5 * 1024;

    static List<String> notes(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MOST_BYTES
                ? List.of()
                : List.of("This report has " + bytes + " bytes; GitLab takes " + MOST_BYTES
                        + " unless an administrator allows more.");
    }

    @Override
    public String with(String existing, List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : entries) {
            OneLine.check("a dotenv report of GitLab", entry);
            lines.append(entry.name()).append('=').append(entry.text()).append('\n');
        }
        return lines.toString();
    }
}
