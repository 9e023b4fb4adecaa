package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.http.Response;
import java.util.List;
import java.util.Map;

/** "Working…": a page that posts its fields by itself. */
final class HiddenForm {

    private HiddenForm() {}

    static Response posting(String action, Map<String, String> fields) {
        ContentPolicy policy = ContentPolicy.fresh();
        String html = Template.named("hiddenform.mustache")
                .render(Map.of("action", action, "fields", List.copyOf(fields.entrySet()), "nonce", policy.nonce()));
        return policy.on(Response.html(html));
    }
}
