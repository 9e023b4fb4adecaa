package io.github.osdutoken.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a scrubbed report as a page. */
final class TracePage {

    private static final Mustache PAGE =
            new DefaultMustacheFactory("io/github/osdutoken/trace").compile("index.html.mustache");

    private TracePage() {}

    static String draw(JsonNode report) {
        Map<String, Object> model = object(report);
        model.put("failed", report.path("outcome").asText().equals("failed"));
        model.put("pages", report.path("frames").size());
        model.put("pagesWord", report.path("frames").size() == 1 ? "page" : "pages");
        model.put("someDropped", report.path("dropped").asInt() > 0);
        JsonNode last = report.path("frames").path(report.path("frames").size() - 1);
        model.put("lastErrorCode", last.path("errorNumber").asText());
        model.put("lastPicture", last.path("picture").asText());
        model.put("lastCorrelationId", last.path("correlationId").asText());
        model.put("startedInWords", report.path("started").asText().replace('T', ' '));
        model.put("nothingFailed", report.path("failedLoads").isEmpty());
        model.put("silent", report.path("console").isEmpty());
        tidy(model);
        return PAGE.execute(new StringWriter(), model).toString();
    }

    /** Durations are read as seconds; what is empty is left out. */
    private static Map<String, Object> object(JsonNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.endsWith("Millis")) {
                values.put(name, value.asLong());
                values.put(name.replace("Millis", ""), seconds(value.asLong()));
            } else {
                values.put(name, value(value));
            }
        });
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        return node.isObject() ? object(node) : node.isBoolean() ? node.asBoolean() : node.asText();
    }

    /** Part addresses, and say what is the same on each page only once. */
    private static void tidy(Map<String, Object> model) {
        Object last = model.get("lastCorrelationId");
        for (Object each : (List<?>) model.getOrDefault("frames", List.of())) {
            @SuppressWarnings("unchecked") // value() makes no other maps
            Map<String, Object> frame = (Map<String, Object>) each;
            if (frame.getOrDefault("correlationId", "").equals(last)) {
                frame.remove("correlationId");
            }
            String[] address = String.valueOf(frame.get("address")).split("(?=\\?)", 2);
            frame.put("place", address[0]);
            frame.put("parameters", address.length < 2 ? "" : address[1]);
        }
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, millis < 10_000 ? "%.2f s" : "%.1f s", millis / 1000.0);
    }
}
