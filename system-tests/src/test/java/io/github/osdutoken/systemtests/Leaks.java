package io.github.osdutoken.systemtests;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for secrets where none may be, and tells of those found without repeating them. */
final class Leaks {

    private static final int LONG_ENOUGH_TO_BE_ONE = 8;

    /** What each secret is, and the forms it may be written in. */
    private final Map<String, Set<String>> secrets = new LinkedHashMap<>();

    private final List<String> found = new ArrayList<>();

    /** Look for these: what each is, by its value. */
    Leaks(Map<String, String> secrets) {
        secrets.forEach((secret, name) -> {
            if (secret.length() >= LONG_ENOUGH_TO_BE_ONE) {
                this.secrets.computeIfAbsent(name, one -> new LinkedHashSet<>()).addAll(forms(secret));
            }
        });
    }

    List<String> found() {
        return found;
    }

    Leaks lookAt(Throwable failure) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return lookAt("exception", stack.toString());
    }

    Leaks lookAt(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lookAt(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Leaks lookAt(String where, String text) {
        secrets.forEach((name, forms) -> {
            if (forms.stream().anyMatch(text::contains)) {
                found.add(name + " in " + where);
            }
        });
        return this;
    }

    private static Set<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return new LinkedHashSet<>(List.of(
                secret,
                new String(bytes, StandardCharsets.ISO_8859_1),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes)));
    }
}
