package io.github.osdutoken.cli.format;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * What a step of GitHub Actions prints so that the runner masks the secrets, and the lines of the environment file it
 * reads. A delimiter that nobody can foresee keeps a value from ending itself and setting other variables.
 */
final class GitHubEnvironment implements Syntax {

    @Override
    public String with(String existing, List<Entry> entries) {
        return lines(entries);
    }

    /** Return the commands that mask the secrets: the runner masks line by line. */
    static String masks(List<Entry> entries) {
        StringBuilder masks = new StringBuilder();
        entries.stream()
                .filter(Entry::secret)
                .flatMap(entry -> entry.text().lines())
                .filter(line -> !line.isBlank())
                .distinct()
                .forEach(line -> masks.append("::add-mask::")
                        .append(Quoting.github(line))
                        .append('\n'));
        return masks.toString();
    }

    private static String lines(List<Entry> entries) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String delimiter = "osdu_token_" + HexFormat.of().formatHex(random);
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.name())
                .append("<<")
                .append(delimiter)
                .append('\n')
                .append(entry.text())
                .append('\n')
                .append(delimiter)
                .append('\n'));
        return lines.toString();
    }
}
