package io.github.osdutoken.cli.format;

import java.util.List;

/** A dotenv report of GitLab CI: values as they are, without quotes, each on one line. */
final class GitLabReport implements Syntax {

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
