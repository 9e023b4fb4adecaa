package io.github.osdutoken.cli.format;

/** Where words and lines of the shell end: quotes and substitutions may go on for several lines. */
final class ShellText {

    private static final String AFTER_WORD = " \t\r\n;&|<>()";

    private ShellText() {}

    /** Return the offset after a word, which ends at a blank or an operator that is not quoted; -1 when it does not end. */
    static int endOfWord(String text, int start) {
        int at = start;
        while (at >= 0 && at < text.length() && AFTER_WORD.indexOf(text.charAt(at)) < 0) {
            at = afterPiece(text, at);
        }
        return at;
    }

    /** Return the offset of the end of a line that is not quoted, or of the first line where quotes do not end. */
    static int endOfLine(String text, int start) {
        int at = start;
        while (at >= 0 && at < text.length() && text.charAt(at) != '\n') {
            boolean comment = text.charAt(at) == '#' && (at == 0 || AFTER_WORD.indexOf(text.charAt(at - 1)) >= 0);
            at = comment ? Lines.endOf(text, at) : afterPiece(text, at);
            if (comment) {
                return at;
            }
        }
        return at < 0 ? Lines.endOf(text, start) : at;
    }

    /** Return the offset after one character, or after all that its quotes or its substitution hold. */
    private static int afterPiece(String text, int at) {
        return switch (text.charAt(at)) {
            case '\\' -> Math.min(text.length(), at + 2);
            case '\'' -> text.indexOf('\'', at + 1) < 0 ? -1 : text.indexOf('\'', at + 1) + 1;
            case '"' -> after(text, at + 1, '"');
            case '`' -> after(text, at + 1, '`');
            case '$' ->
                text.startsWith("$(", at)
                        ? after(text, at + 2, ')')
                        : text.startsWith("${", at) ? after(text, at + 2, '}') : at + 1;
            default -> at + 1;
        };
    }

    /** Return the offset after the character that ends what was begun, or -1 when there is none. */
    private static int after(String text, int start, char end) {
        int at = start;
        while (at >= 0 && at < text.length()) {
            char c = text.charAt(at);
            if (c == end) {
                return at + 1;
            }
            if (c == '(' && end == ')') {
                at = after(text, at + 1, ')');
            } else {
                at = c == '\'' && end == '"' ? at + 1 : afterPiece(text, at);
            }
        }
        return -1;
    }
}
