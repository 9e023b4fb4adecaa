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

    private static final Page ERROR = Page.of("ConvergedError", 1119, 2012);

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
        return error(e.code().code(), e.description(), Trace.of(request, request.query(), clock));
    }

    /** Serve the error page with any number; the text without it. */
    Response error(int code, String text, Trace trace) {
        String prefix = "AADSTS" + code + ": ";
        return render(ERROR, config.of(ERROR, trace, code, text.startsWith(prefix) ? text : prefix + text));
    }

    /** Serve a page that belongs to no flow. */
    Response show(Page page, Request request, Map<String, ?> own) {
        Map<String, Object> all = config.common(page, Trace.of(request, Map.of(), clock));
        all.putAll(own);
        return render(page, all);
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
        render(ERROR, Map.of());
    }

    private Response render(Page page, Map<String, Object> values) {
        ContentPolicy policy = ContentPolicy.fresh();
        String html = Template.named("page.mustache")
                .render(Map.of(
                        "page", page.id(),
                        "title", config.language().title(),
                        "market", config.language().market(),
                        "lcid", config.language().lcid(),
                        "config", inline(values),
                        "nonce", policy.nonce(),
                        "script", StaticContent.SCRIPTS + page.script() + ".js",
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
