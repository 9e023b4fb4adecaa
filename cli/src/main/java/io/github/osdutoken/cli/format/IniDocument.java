package io.github.osdutoken.cli.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of Python's configparser, with its defaults: comments on lines of their own, values that go on in indented
 * lines, names in any case, and percent signs doubled, since they stand for interpolation.
 */
final class IniDocument implements MergingSyntax {

    private static final Pattern SECTION = Pattern.compile("\\s*\\[(?<name>.+)]\\s*");
    private static final Pattern OPTION = Pattern.compile("(?<start>\\s*(?<name>[^=:\\s][^=:]*?)\\s*[=:][ \\t]?)(.*)");
    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("\\s*([#;].*)?");

    @Override
    public String with(String existing, List<Entry> entries) throws MalformedDocumentException {
        List<String> lines = new ArrayList<>(existing.lines().toList());
        String newline = Lines.newlineOf(existing);
        for (Entry entry : entries) {
            OneLine.check("an INI file", entry);
            set(lines, entry);
        }
        return String.join(newline, lines) + newline;
    }

    private static void set(List<String> lines, Entry entry) throws MalformedDocumentException {
        String section = entry.path().get(0);
        Map<String, Integer> options = new LinkedHashMap<>();
        int end = scan(lines, section, options);
        String value = entry.text().replace("%", "%%");
        Integer at = options.get(entry.name().toLowerCase(Locale.ROOT));
        if (at == null) {
            if (end < 0) {
                if (!lines.isEmpty()) {
                    lines.add("");
                }
                lines.add("[" + section + "]");
                end = lines.size();
            }
            lines.add(end, entry.name() + " = " + value);
        } else if (!entry.initial()) {
            Matcher option = OPTION.matcher(lines.get(at));
            lines.set(at, option.matches() ? option.group("start") + value : "");
            while (at + 1 < lines.size() && continues(lines, at, at + 1)) {
                lines.remove(at + 1);
            }
        }
    }

    /** Find the options of a section, and return the line after its last one, or -1 when there is no such section. */
    private static int scan(List<String> lines, String wanted, Map<String, Integer> options)
            throws MalformedDocumentException {
        String section = null;
        int option = -1;
        int end = -1;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (BLANK_OR_COMMENT.matcher(line).matches() || (option >= 0 && continues(lines, option, at))) {
                end = wanted.equals(section) && option >= 0 && continues(lines, option, at) ? at + 1 : end;
                continue;
            }
            Matcher header = SECTION.matcher(line);
            Matcher setting = OPTION.matcher(line);
            if (header.matches()) {
                section = header.group("name");
                option = -1;
                if (wanted.equals(section) && end >= 0) {
                    throw malformed(at, "begins the section [" + section + "] again");
                }
            } else if (section == null) {
                throw malformed(at, "is in no [section]");
            } else if (setting.matches()) {
                option = at;
                String name = setting.group("name").toLowerCase(Locale.ROOT);
                if (wanted.equals(section) && options.put(name, at) != null) {
                    throw malformed(at, "sets " + name + " again");
                }
            } else {
                throw malformed(at, "is neither a section, nor an option, nor a comment");
            }
            end = wanted.equals(section) ? at + 1 : end;
        }
        return end;
    }

    /** Tell whether a line belongs to the value of the option above it: it is indented more, and no comment. */
    private static boolean continues(List<String> lines, int option, int at) {
        String line = lines.get(at);
        return !BLANK_OR_COMMENT.matcher(line).matches() && indent(line) > indent(lines.get(option));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static MalformedDocumentException malformed(int line, String what) {
        return new MalformedDocumentException("line " + (line + 1) + " " + what);
    }
}
