package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.GridCredentials;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.InstalledBrowser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Browser and driver: found, able to say their versions, and of the same one. */
final class BrowserCheck {

    static final String NAME = "browser";

    private static final String FIT =
            "Install a browser and the driver of the same version, or name them with osdu.browser and SE_CHROMEDRIVER.";

    private BrowserCheck() {}

    static Finding installed(String wanted, boolean headless) {
        InstalledBrowser installed;
        try {
            installed = InstalledBrowser.find(wanted, headless);
        } catch (SignInException e) {
            return Finding.failure(NAME, e);
        }
        try {
            Program driver = version(installed.driver());
            Path binary = installed.binary();
            if (binary == null) {
                return Finding.ok(
                        NAME, "the driver's own choice, with " + driver.text() + " (" + installed.driver() + ")");
            }
            Program browser = version(binary);
            String found = browser.text() + " (" + binary + ") with " + driver.text() + " (" + installed.driver() + ")";
            boolean fit = browser.major().equals(driver.major());
            return fit ? Finding.ok(NAME, found) : Finding.warning(NAME, found + ": versions differ.", FIT);
        } catch (IOException e) {
            return Finding.failure(NAME, Reason.BROWSER_UNAVAILABLE, String.valueOf(e.getMessage()), FIT);
        }
    }

    /** Ask a Selenium Grid whether it is ready (WebDriver, section 8.3). */
    static Finding grid(URI grid, @Nullable GridCredentials credentials, Web web) {
        String mend =
                "Check osdu.grid-url, osdu.grid-username and osdu.grid-password, and that the Grid has a node with a free browser.";
        String name = "The Selenium Grid at " + grid.getAuthority();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(grid.toString().replaceAll("/+$", "") + "/status"));
        if (credentials != null) {
            request.header("Authorization", credentials.authorization());
        }
        try {
            HttpResponse<String> answer = web.send(request.GET());
            return answer.body().replaceAll("\\s", "").contains("\"ready\":true")
                    ? Finding.ok(NAME, name + " is ready")
                    : Finding.failure(
                            NAME,
                            answer.statusCode() == 401 || answer.statusCode() == 403
                                    ? Reason.CONFIGURATION
                                    : Reason.UNAVAILABLE,
                            name + " answered " + answer.statusCode() + " and not that it is ready.",
                            mend);
        } catch (IOException e) {
            return Finding.failure(NAME, Reason.UNAVAILABLE, name + " did not answer: " + Web.why(e) + ".", mend);
        }
    }

    private static Program version(Path program) throws IOException {
        try {
            return Program.version(program);
        } catch (IOException e) {
            throw new IOException(program + " does not start: " + e.getMessage() + ".", e);
        }
    }
}
