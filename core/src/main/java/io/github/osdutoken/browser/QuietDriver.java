package io.github.osdutoken.browser;

import java.net.URL;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.SessionId;
import org.openqa.selenium.remote.http.HttpMethod;

/** A driver that logs no commands at any level, since commands hold what is typed. */
final class QuietDriver extends RemoteWebDriver {

    private static final String DEVTOOLS = "executeCdpCommand";
    private static final Map<String, CommandInfo> CHROMIUMS_OWN =
            Map.of(DEVTOOLS, new CommandInfo("/session/:sessionId/goog/cdp/execute", HttpMethod.POST));

    QuietDriver(URL url, Capabilities wanted) {
        super(new HttpCommandExecutor(CHROMIUMS_OWN, url, new QuietHttp()), wanted);
    }

    /**
     * Take a picture of the page.
     *
     * @return a JPEG, which takes Chromium a sixth of the time a PNG does; a PNG where that is not to be had, as on a Grid
     *     that lets only standard commands through
     */
    byte[] picture() {
        try {
            Map<String, ?> command =
                    Map.of("cmd", "Page.captureScreenshot", "params", Map.of("format", "jpeg", "quality", 80));
            if (execute(DEVTOOLS, command).getValue() instanceof Map<?, ?> answer
                    && answer.get("data") instanceof String data) {
                return Base64.getDecoder().decode(data);
            }
        } catch (WebDriverException e) {
            // the standard command, then
        }
        return getScreenshotAs(OutputType.BYTES);
    }

    @Override
    protected void log(@Nullable SessionId session, String command, @Nullable Object detail, When when) {
        // on purpose nothing
    }
}
