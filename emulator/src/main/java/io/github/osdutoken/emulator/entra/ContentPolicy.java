package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Opaque;

/**
 * The headers of a page. Scripts run only from this server or with the nonce, as Entra ID enforces since 2026: a driver
 * that adds a script element finds that it does not run.
 *
 * @param nonce what the page's own inline scripts carry
 */
record ContentPolicy(String nonce) {

    static ContentPolicy fresh() {
        return new ContentPolicy(Opaque.value("", 16));
    }

    Response on(Response page) {
        // No form-action: Chromium would apply it to the redirect that follows a form.
        String policy = "default-src 'self'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
        return page.with("Content-Security-Policy", policy)
                .with("Cache-Control", "no-store, no-cache")
                .with("Pragma", "no-cache")
                .with("Expires", "-1")
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "strict-origin-when-cross-origin");
    }
}
