package io.github.osdutoken.cli.format;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Environment variables of any name, in the formats that write such.
 *
 * @since 0.1
 */
public final class Variables {

    private static final Map<Format, Syntax> SYNTAXES = new EnumMap<>(Map.of(
            Format.ENV, Syntaxes.SHELL,
            Format.DOTENV, Syntaxes.DOTENV,
            Format.POWERSHELL, Syntaxes.POWERSHELL,
            Format.GITHUB, new GitHubEnvironment(),
            Format.AZURE_PIPELINES, Syntaxes.AZURE_PIPELINES,
            Format.GITLAB, new GitLabReport()));

    private Variables() {}

    /**
     * Return the formats that write variables.
     *
     * @return the formats, the shell's first
     */
    public static List<Format> formats() {
        return List.copyOf(SYNTAXES.keySet());
    }

    /**
     * Write variables.
     *
     * @param format one of {@link #formats}
     * @param values the values by name, in their order
     * @param secrets the names of those that a log must not show
     * @return the text, its last line ended
     */
    public static String write(Format format, Map<String, String> values, Set<String> secrets) {
        Syntax syntax = SYNTAXES.get(format);
        if (syntax == null) {
            throw new IllegalArgumentException(format + " writes no variables");
        }
        List<Entry> entries = values.entrySet().stream()
                .map(each -> new Entry(
                        List.of(each.getKey()),
                        TextNode.valueOf(each.getValue()),
                        secrets.contains(each.getKey()),
                        false))
                .toList();
        try {
            return syntax.with("", entries);
        } catch (MalformedDocumentException e) {
            throw new IllegalStateException("Nothing cannot be malformed"); // without the cause: it may quote
        }
    }
}
