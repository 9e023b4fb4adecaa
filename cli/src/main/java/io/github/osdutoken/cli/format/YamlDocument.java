package io.github.osdutoken.cli.format;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text, in which only our values are touched: comments, order and everything else stay. Behind {@link
 * Entry#JSON_IN_STRING} a path goes on in the JSON that a string holds.
 */
final class YamlDocument implements MergingSyntax {

    private static final String UNIT = "  ";
    private static final Pattern ALIAS = Pattern.compile("\\*[^\\s,\\[\\]{}]+");

    @Override
    public String with(String existing, List<Entry> entries) throws MalformedDocumentException {
        String text = existing;
        for (Entry entry : entries) {
            text = set(text, entry);
        }
        root(text);
        return text;
    }

    private static String set(String text, Entry entry) throws MalformedDocumentException {
        Node at = root(text);
        for (int depth = 0; depth < entry.path().size(); depth++) {
            String step = entry.path().get(depth);
            if (at == null || isNothing(at)) {
                return appended(text, at, entry, depth);
            }
            if (step.equals(Entry.JSON_IN_STRING) && at instanceof ScalarNode json) {
                return setInside(text, json, entry.from(depth + 1));
            }
            if (!(at instanceof MappingNode mapping)) {
                throw malformed(at, "should begin a mapping with " + step);
            }
            NodeTuple next = child(mapping, step);
            if (next == null) {
                return inserted(text, mapping, entry, depth);
            }
            boolean last = depth == entry.path().size() - 1;
            if (last && entry.initial()) {
                return text;
            }
            at = next.getValueNode();
            if (isAlias(next) || isShared(text, at)) {
                throw malformed(
                        next.getKeyNode(), "shares its value with other lines by an anchor (&, *): write it out");
            }
        }
        if (!(at instanceof ScalarNode scalar)) {
            throw malformed(at, "should have one value for " + entry.name());
        }
        return replaced(text, scalar, YamlText.value(entry));
    }

    /** Change the JSON in a string where it stands, so that its line breaks stay; or else write the string anew. */
    private static String setInside(String text, ScalarNode node, Entry entry) throws MalformedDocumentException {
        String changed = new JsonDocument().with(node.getValue(), List.of(entry));
        if (changed.equals(node.getValue())) {
            return text;
        }
        if (node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED) {
            String raw = text.substring(offset(text, node.getStartMark()) + 1, offset(text, node.getEndMark()) - 1);
            String rawChanged = raw.contains("'") ? "'" : new JsonDocument().with(raw, List.of(entry));
            if (!rawChanged.contains("'")) {
                return replaced(text, node, "'" + rawChanged + "'");
            }
        }
        return replaced(text, node, YamlText.quoted(changed));
    }

    private static String replaced(String text, Node node, String value) {
        int start = offset(text, node.getStartMark());
        int end = offset(text, node.getEndMark());
        boolean wholeLines = text.substring(start, end).endsWith("\n"); // a block scalar
        return text.substring(0, start) + value + (wholeLines ? Lines.newlineOf(text) : "") + text.substring(end);
    }

    /** Return the text with what is missing from a level on, where there is nothing yet. */
    private static String appended(String text, @Nullable Node nothing, Entry entry, int depth) {
        String newline = Lines.newlineOf(text);
        if (nothing == null) {
            StringBuilder whole = new StringBuilder(text);
            Lines.end(whole, newline);
            return whole.append(YamlText.block(entry, depth, "", UNIT, newline))
                    .append(newline)
                    .toString();
        }
        int start = offset(text, nothing.getStartMark());
        String before = text.substring(0, start);
        String after = text.substring(offset(text, nothing.getEndMark()));
        if (entry.path().get(depth).equals(Entry.JSON_IN_STRING)) {
            return before + (before.endsWith(" ") ? "" : " ") + YamlText.json(entry.from(depth + 1)) + after;
        }
        String indent = Lines.indentAt(text, start) + UNIT;
        int endOfLine = Lines.endOf(after, 0); // a comment stays with the name
        return before.stripTrailing()
                + after.substring(0, endOfLine)
                + newline
                + indent
                + YamlText.block(entry, depth, indent, UNIT, newline)
                + after.substring(endOfLine);
    }

    /** Return the text with what is missing from a level on, after the last of that level. */
    private static String inserted(String text, MappingNode mapping, Entry entry, int depth) {
        String newline = Lines.newlineOf(text);
        if (mapping.getValue().isEmpty()) {
            int inside = offset(text, mapping.getStartMark()) + 1;
            return text.substring(0, inside) + YamlText.flow(entry, depth) + text.substring(inside);
        }
        int end = endOf(text, mapping);
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            return text.substring(0, end) + ", " + YamlText.flow(entry, depth) + text.substring(end);
        }
        String indent =
                " ".repeat(mapping.getValue().get(0).getKeyNode().getStartMark().getColumn());
        String added = indent + YamlText.block(entry, depth, indent, UNIT, newline);
        if (end > 0 && text.charAt(end - 1) == '\n') { // after a block scalar
            return text.substring(0, end) + added + newline + text.substring(end);
        }
        int endOfLine = Lines.endOf(text, end);
        return text.substring(0, endOfLine) + newline + added + text.substring(endOfLine);
    }

    /** Return where a mapping ends: a block's own end is where the next thing begins. */
    private static int endOf(String text, MappingNode mapping) {
        NodeTuple last = mapping.getValue().get(mapping.getValue().size() - 1);
        if (isAlias(last)) {
            Matcher alias = ALIAS.matcher(text);
            return alias.find(offset(text, last.getKeyNode().getEndMark())) ? alias.end() : text.length();
        }
        return last.getValueNode() instanceof MappingNode inner
                        && inner.getFlowStyle() == FlowStyle.BLOCK
                        && !inner.getValue().isEmpty()
                ? endOf(text, inner)
                : offset(text, last.getValueNode().getEndMark());
    }

    /** Tell whether a value stands elsewhere: an alias leads to what came before it. */
    private static boolean isAlias(NodeTuple pair) {
        return pair.getValueNode().getStartMark().getIndex()
                < pair.getKeyNode().getStartMark().getIndex();
    }

    private static boolean isShared(String text, Node node) {
        return node.getAnchor() != null && text.contains("*" + node.getAnchor());
    }

    private static @Nullable Node root(String text) throws MalformedDocumentException {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            return root == null || isNothing(root) ? null : root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new MalformedDocumentException("it is not one YAML document"
                    + (mark == null ? "" : ": see line " + (mark.getLine() + 1))); // its own words quote the text
        } catch (YAMLException e) {
            throw new MalformedDocumentException("it is not one YAML document");
        }
    }

    private static @Nullable NodeTuple child(MappingNode mapping, String name) {
        // the last one wins when a name comes twice
        return mapping.getValue().stream()
                .filter(pair -> pair.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** Return the offset in UTF-16; marks count code points. */
    private static int offset(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private static MalformedDocumentException malformed(@Nullable Node node, String what) {
        int line = node == null ? 1 : node.getStartMark().getLine() + 1;
        return new MalformedDocumentException("line " + line + " " + what);
    }
}
