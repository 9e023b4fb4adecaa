package io.github.osdutoken.cli.format;

/** What there is to know about a text's lines. */
final class Lines {

    private Lines() {}

    /** Return how the text ends its lines. */
    static String newlineOf(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Return the offset of the end of the line, before its line break. */
    static int endOf(String text, int at) {
        int end = text.indexOf('\n', at);
        int before = end < 0 ? text.length() : end;
        return before > at && text.charAt(before - 1) == '\r' ? before - 1 : before;
    }

    static int numberAt(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Return the blanks the line begins with. */
    static String indentAt(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /** End the last line, if it is not. */
    static void end(StringBuilder text, String newline) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(newline);
        }
    }
}
