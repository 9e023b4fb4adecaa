package io.github.osdutoken.browser;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;

/**
 * Why a browser that was there is of no use any more.
 *
 * @param grid the Selenium Grid that lent it, or {@code null} for this machine's own
 */
record BrowserFailure(@Nullable URI grid) {

    /** Make the exception for a browser, or a driver, that is no more. */
    SignInException gone() {
        return gone("the browser has gone away.", "If it was not closed by hand, look for a crash");
    }

    /** Make the exception for a browser that answers whatever it is asked, and has shown nothing for a time such as 10 s. */
    SignInException showsNothing(String since) {
        return gone(
                "the browser has shown no page that can be looked at for " + since + ".",
                "If that is so each time, run with osdu.headless=false to see what there is. If not, look for a crash");
    }

    private SignInException gone(String found, String next) {
        return grid != null
                ? GridFailure.gone(grid)
                : SignInException.of(
                        Reason.BROWSER_UNAVAILABLE,
                        "Looking at the sign-in page",
                        found,
                        next + " or a lack of memory on this machine.");
    }

    /** The driver's own message quotes the command, such as an address with state and nonce, so it is not kept. */
    SignInException refused(WebDriverException e) {
        String found = "a command was not carried out (" + e.getClass().getSimpleName() + ").";
        return grid != null
                ? GridFailure.refused(grid, found)
                : SignInException.of(
                        Reason.BROWSER_UNAVAILABLE,
                        "Using the browser",
                        found,
                        "Run again. If it happens each time, run osdu-token doctor: browser and driver may not fit.");
    }
}
