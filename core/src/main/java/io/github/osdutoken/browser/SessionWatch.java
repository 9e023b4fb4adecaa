package io.github.osdutoken.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.remote.SessionId;

/**
 * Ends a Grid's session should this JVM be killed; otherwise it would hold its place until the node's session time-out. It
 * has curl send what WebDriver, section 8.2, asks for; without curl nothing is sent.
 */
final class SessionWatch {

    private static final String SCRIPT = """
            printf '%s' "$said" | curl --silent --request DELETE --max-time 20 --retry 2 --config -
            """;

    private SessionWatch() {}

    /**
     * Watch over a session.
     *
     * @param authorization the header's value that the Grid wants, or empty
     */
    static LastWill over(URI grid, SessionId session, String authorization) {
        List<String> config = new ArrayList<>();
        config.add("url = \"" + grid.toString().replaceAll("/+$", "") + "/session/" + session + "\"");
        if (!authorization.isEmpty()) {
            config.add("header = \"Authorization: " + authorization + "\"");
        }
        return LastWill.of(SCRIPT, config);
    }
}
