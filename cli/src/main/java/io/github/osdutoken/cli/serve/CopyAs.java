package io.github.osdutoken.cli.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The held tokens in the formats of {@code get}. */
final class CopyAs {

    private CopyAs() {}

    static List<String> names() {
        return List.of("json");
    }

    static ObjectNode copy(String format, Held held) {
        return Json.object().put("text", held.tokens().accessToken().value()).put("masked", format);
    }
}
