package io.github.osdutoken.browser;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;

/** Why a Selenium Grid lends no browser, and what is to be done about it. */
final class GridFailure {

    private static final String FULL =
            "Wait until others have finished, give the Grid more nodes, or sign in fewer users" + " at once.";

    private static final String OWN_TIME =
            "within its own time (--session-request-timeout), in which a browser has to start, too";

    private GridFailure() {}

    /**
     * Make the exception for a session that was not given.
     *
     * @param status the last answer's status, 0 when there was none
     */
    static SignInException of(URI grid, int status, WebDriverException e) {
        String message = String.valueOf(e.getMessage());
        return switch (status) {
            case 0 ->
                failure(
                        Reason.UNAVAILABLE,
                        grid,
                        "nothing answers there (" + rootOf(e).getClass().getSimpleName() + ").",
                        "Check osdu.grid-url, and that the Grid runs and this machine reaches it.",
                        e);
            case 401, 403 ->
                failure(
                        Reason.CONFIGURATION,
                        grid,
                        "it answered " + status + ": it wants a user name and a password, or other ones.",
                        "Set osdu.grid-username and osdu.grid-password (OSDU_GRID_PASSWORD, or a file named by"
                                + " OSDU_GRID_PASSWORD_FILE).",
                        e);
            case 404, 405 ->
                failure(
                        Reason.UNAVAILABLE,
                        grid,
                        "it answered " + status + ", so there is no Grid at this path.",
                        "Check osdu.grid-url: most Grids are at the root, older ones and some clouds at /wd/hub.",
                        e);
            case 502, 503, 504 ->
                failure(
                        Reason.UNAVAILABLE,
                        grid,
                        "it answered " + status + ": something stands before the Grid, and no Grid behind it.",
                        "Look whether the Grid's hub or router runs.",
                        e);
            default -> message.contains("timed out") ? full(grid, OWN_TIME, e) : refused(grid, message, e);
        };
    }

    /** Make the exception for a session that did not come in time. */
    static SignInException full(URI grid, String when, @Nullable WebDriverException e) {
        return failure(Reason.UNAVAILABLE, grid, "it had no browser free " + when + ".", FULL, e);
    }

    /** Make the exception for a browser that went away while it was used. */
    static SignInException gone(URI grid) {
        return SignInException.of(
                Reason.UNAVAILABLE,
                "Using a browser of the Selenium Grid at " + grid,
                "it has gone away: its node or the Grid was stopped or lost its connection, or the session was ended"
                        + " there.",
                "Try again; if it comes again, look at the node's log for a crash, a lack of memory or a session time-out.");
    }

    /** Make the exception for a command that a browser did not get, or not carry out. */
    static SignInException refused(URI grid, String found) {
        return SignInException.of(
                Reason.UNAVAILABLE,
                "Using a browser of the Selenium Grid at " + grid,
                found,
                "Try again; if it comes again, look at what stands before the Grid, such as a balancer, and at the node's"
                        + " log.");
    }

    private static SignInException refused(URI grid, String message, WebDriverException e) {
        return failure(
                Reason.BROWSER_UNAVAILABLE,
                grid,
                "it said: "
                        + message.lines()
                                .filter(line -> !line.isBlank())
                                .limit(2)
                                .reduce("", (one, other) -> one.isEmpty() ? other : one + " " + other),
                "The Grid needs a node with Chrome, Chromium or Edge; the node's log says why none started.",
                e);
    }

    private static SignInException failure(
            Reason reason, URI grid, String found, String next, @Nullable WebDriverException e) {
        return SignInException.of(reason, "Asking the Selenium Grid at " + grid + " for a browser", found, next, e);
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
