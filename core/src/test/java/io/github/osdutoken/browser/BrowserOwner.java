package io.github.osdutoken.browser;

import io.github.osdutoken.SignInOptions;
import java.io.IOException;

/** A process that starts a browser, says so, and keeps it until its input ends. */
final class BrowserOwner {

    private BrowserOwner() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] none) throws IOException {
        try (Browser browser = Browser.start(SignInOptions.DEFAULTS, null, (address, body) -> {})) {
            System.out.println("up " + browser.traffic().isBusy());
            System.out.flush();
            while (System.in.read() >= 0) {
                // its end is what is waited for
            }
        }
    }
}
