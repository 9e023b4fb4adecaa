package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.http.Routes;

/** Pages of other hosts from which nothing leads on. */
final class StaticPages {

    private StaticPages() {}

    static void mount(Routes routes) {
        page(routes, "/register", "register.html");
        page(routes, "/{tenant}/devicelogin", "devicelogin.html");
        page(routes, "/termsOfUse", "termsofuse.html");
    }

    private static void page(Routes routes, String path, String name) {
        routes.on("GET", path, request -> StaticContent.file(name, "text/html; charset=utf-8"))
                .on("POST", path, request -> StaticContent.file(name, "text/html; charset=utf-8"));
    }
}
