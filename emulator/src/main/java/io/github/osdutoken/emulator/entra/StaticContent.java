package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;

/** What pages load: one script for each page, and the style sheet. */
final class StaticContent {

    /** Where the scripts are. */
    static final String SCRIPTS = "/shared/1.0/content/js/";

    /** Where the style sheet is. */
    static final String STYLES = "/ests/2.1/content/cdnbundles/converged.v2.login.min.css";

    private StaticContent() {}

    static void mount(Routes routes, Faults faults) {
        routes.on("GET", SCRIPTS + "{page}.js", faults.at(Step.SCRIPT, StaticContent::script))
                .on("GET", STYLES, request -> file("converged.css", "text/css; charset=utf-8"))
                .on("GET", "/favicon.ico", request -> Response.empty(204))
                .on("GET", "/jsdisabled", request -> file("jsdisabled.html", "text/html; charset=utf-8"));
    }

    /** What all pages share, then what is on this one. */
    private static Response script(Request request) {
        String page = request.variable("page");
        String own = page.matches("\\w+") ? Template.resource(page + ".js") : null;
        return own == null
                ? Response.empty(404)
                : Response.of(
                                200,
                                "text/javascript; charset=utf-8",
                                Template.resource("converged.js") + Template.resource("credentials.js") + own)
                        .with("Cache-Control", "no-store");
    }

    static Response file(String name, String contentType) {
        String text = Template.resource(name);
        return text == null ? Response.empty(404) : Response.of(200, contentType, text);
    }
}
