package io.github.osdutoken.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A template in {@code ci/}: its scripts, and the variables that its build server would give them. */
enum PipelineTemplate {
    GITHUB("github-actions.yml", "\\$\\{\\{ (?:secrets|vars)\\.(\\w+) }}"),
    AZURE("azure-pipelines.yml", "\\$\\(([\\w-]+)\\)"),
    GITLAB("gitlab-ci.yml", "\\$(OSDU_\\w+)");

    private final String file;
    private final Pattern reference;

    PipelineTemplate(String file, String reference) {
        this.file = file;
        this.reference = Pattern.compile(reference);
    }

    /** Return the file. */
    String path() {
        return Path.of("..", "ci", file).toAbsolutePath().normalize().toString();
    }

    /** Return the script that has these words. */
    String script(String words) {
        return scripts(tree())
                .filter(script -> script.contains(words))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(words + " in " + file));
    }

    /**
     * Return the variables that the template names for the script with these words, on all levels.
     *
     * @param set what is set at the build server, by name
     */
    Map<String, String> environment(String words, Map<String, String> set) {
        Map<String, String> environment = new HashMap<>();
        variables(tree(), words).forEach((name, value) -> environment.put(name, filled(value, set)));
        return environment;
    }

    /** Azure leaves what is not there as it was written. */
    private String filled(String text, Map<String, String> set) {
        return reference
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(set.getOrDefault(match.group(1), this == AZURE ? match.group() : "")));
    }

    private Object tree() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of(path())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> scripts(@Nullable Object node) {
        if (node == null) {
            return Stream.empty(); // a key without a value
        }
        if (node instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(PipelineTemplate::scripts);
        }
        if (node instanceof Collection<?> list && list.stream().allMatch(String.class::isInstance)) {
            return Stream.of(list.stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        if (node instanceof Collection<?> list) {
            return list.stream().flatMap(PipelineTemplate::scripts);
        }
        return Stream.of(node.toString());
    }

    private static Map<String, String> variables(@Nullable Object node, String words) {
        Map<String, String> variables = new HashMap<>();
        if (node instanceof Map<?, ?> map && scripts(node).anyMatch(script -> script.contains(words))) {
            for (String key : List.of("env", "variables")) {
                if (map.get(key) instanceof Map<?, ?> named) {
                    named.forEach((name, value) -> variables.put(name.toString(), value.toString()));
                }
            }
        }
        List<Object> children = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            children.addAll(map.values());
        } else if (node instanceof Collection<?> list) {
            children.addAll(list);
        }
        children.forEach(child -> variables.putAll(variables(child, words)));
        return variables;
    }
}
