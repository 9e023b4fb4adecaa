package io.github.osdutoken.emulator.entra;

/**
 * The names of the cookies. Browsers do not tell ports apart in cookies, so that two emulators need different names.
 *
 * @param browser ties pages to the browser that loaded them
 * @param session remembers who signed in
 */
record Cookies(String browser, String session) {

    static Cookies of(int port) {
        return new Cookies("esctx-" + port, "ESTSAUTH-" + port);
    }

    /** Return a cookie that ends with the browser. */
    static String session(String name, String value) {
        return name + "=" + value + "; path=/; SameSite=Lax; HttpOnly";
    }

    /** Return a cookie that outlives the browser. */
    static String persistent(String name, String value) {
        return session(name, value) + "; Max-Age=7776000";
    }
}
