package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Json;
import java.util.Map;

/** A page that goes on by script where others answer 302: what a driver sees is a document in between. */
final class ScriptRedirect {

    private ScriptRedirect() {}

    /** Return the page for a redirect, and any other response as it is. */
    static Response instead(Response response) {
        return response.headers().stream()
                .filter(header -> header.getKey().equals("Location"))
                .findFirst()
                .map(location -> to(location.getValue()))
                .orElse(response);
    }

    private static Response to(String location) {
        ContentPolicy policy = ContentPolicy.fresh();
        String literal = Json.text(location).replace("<", "\\u003c");
        return policy.on(Response.html(Template.named("scriptredirect.mustache")
                .render(Map.of("location", literal, "nonce", policy.nonce()))));
    }
}
