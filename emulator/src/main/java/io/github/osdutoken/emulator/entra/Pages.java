package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.http.Endpoint;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Json;
import io.github.osdutoken.emulator.oauth.Trace;
import java.time.Clock;
import java.util.Map;

/** Serves pages: an empty body, the configuration in an inline script, and the script that draws. */
final class Pages {

    private final PageConfig config;
    private final Clock clock;

    Pages(PageConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Serve a page of a flow. */
    Response show(Flow flow, Page page, Map<String, ?> own) {
        return render(page, config.of(page, flow, own));
    }

    /** Serve the page "Sorry, but we're having trouble signing you in". Its status is 200, as Entra ID's is. */
    Response error(EntraException e, Request request) {
        Page page = new Page("ConvergedError", "Sign in to your account", 1119, 2012);
        Trace trace = Trace.of(request, request.query(), clock);
        return render(page, config.of(page, trace, e));
    }

    /** Let an endpoint's errors appear on the error page. */
    Endpoint orErrorPage(Endpoint endpoint) {
        return request -> {
            try {
                return endpoint.handle(request);
            } catch (EntraException e) {
                return error(e, request);
            }
        };
    }

    /** Answer a GET, such as a reload or a step back, where only a form may be posted. */
    Response postOnly(Request request) {
        return error(Aadsts.POST_ONLY.with(request.method()), request);
    }

    /** Load what the first page needs. */
    void warmUp() {
        render(new Page("ConvergedError", "", 0, 0), Map.of());
    }

    private static Response render(Page page, Map<String, Object> config) {
        ContentPolicy policy = ContentPolicy.fresh();
        String html = Template.named("page.mustache")
                .render(Map.of(
                        "page", page.id(),
                        "title", page.title(),
                        "config", inline(config),
                        "nonce", policy.nonce(),
                        "script", StaticContent.SCRIPTS + page.id() + ".js",
                        "styles", StaticContent.STYLES));
        return policy.on(Response.html(html));
    }

    /** JSON that can stand in a script element: no text in it may end the element or the line. */
    private static String inline(Map<String, Object> config) {
        return Json.text(config)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
