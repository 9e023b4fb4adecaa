package io.github.osdutoken.emulator.entra;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A page's HTML with gaps; every value is escaped unless the template says otherwise. */
final class Template {

    private static final DefaultMustacheFactory FACTORY = new DefaultMustacheFactory();
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

    private final Mustache mustache;

    private Template(Mustache mustache) {
        this.mustache = mustache;
    }

    static Template named(String name) {
        return TEMPLATES.computeIfAbsent(name, key -> {
            String text = resource(key);
            if (text == null) {
                throw new IllegalArgumentException("There is no template " + key);
            }
            return new Template(FACTORY.compile(new StringReader(text), key));
        });
    }

    String render(Map<String, ?> values) {
        return mustache.execute(new StringWriter(), values).toString();
    }

    /** Read a file from beside this class, or return {@code null}. */
    static @Nullable String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
