package io.github.osdutoken.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of the page, by their paths. There are no others, whatever path is asked for. */
final class Assets {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Reply> files = new LinkedHashMap<>();

    Assets() {
        add("/", "page.html", "text/html; charset=utf-8");
        add("/page.css", "page.css", "text/css; charset=utf-8");
        add("/icon.svg", "icon.svg", "image/svg+xml");
        for (String script :
                new String[] {"page.js", "server.js", "form.js", "progress.js", "tokens.js", "elements.js"}) {
            add("/" + script, script, SCRIPT);
        }
    }

    @Nullable
    Reply find(String path) {
        return files.get(path);
    }

    private void add(String path, String name, String contentType) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            files.put(
                    path,
                    Reply.of(200, contentType, Objects.requireNonNull(in, name).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
