package io.github.osdutoken.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.cli.Run;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** What a person does with the page, in a real browser. */
class LocalPageTests extends PageFixture {

    /** Kept, since java.util.logging holds loggers by weak references only. */
    private static final Logger LOGGER = Logger.getLogger("io.github.osdutoken");

    private static final String BULLETS = "\u2022".repeat(24);

    @Test
    void signsMeInInThisBrowser() throws Exception {
        emulator.faults().lostClickWindow(Duration.ZERO);
        openAndEnter(Map.of());
        int codes = emulator.codeRedemptions();

        click("#as-me");
        String own = toOtherWindow();
        driver.close();
        driver.switchTo().window(own);
        click("#cancel");
        see("#progress-title", "Cancelled");
        click("#as-me"); // the port is free again
        toOtherWindow();
        signInByHand("viewer@contoso.com", emulator.user("viewer").password());
        see("h1", "Answer received");
        driver.switchTo().window(own);

        see("#progress-title", "You are signed in");
        see("#tokens-title", "Tokens of viewer@contoso.com");
        assertThat(emulator.codeRedemptions()).isEqualTo(codes + 1);
        assertThat(text("#value-code")).startsWith(BULLETS);
        assertThat(text("[aria-labelledby=title-code]")).contains("Already redeemed");
        assertThat(text("#expiry")).matches("in 1 h.*|in \\d+ min.*");
        assertThat(shown("accessToken").split("\\.")).hasSize(3);
        assertThat(shown("refreshToken")).isNotEmpty();
        click("#claims-idToken summary");
        assertThat(text("#claims-idToken table"))
                .contains("preferred_username\tviewer@contoso.com\tthe user’s name", "oid\t0b1ec7a1-0002");
        assertThat(driver.findElements(By.cssSelector("#claims-idToken time"))).hasSizeGreaterThan(1);
        assertThat(driver.findElements(By.id("claims-refreshToken")))
                .as("opaque")
                .isEmpty();
        assertAccessible("tokens of a person");
    }

    @Test
    void signsTheTestUserInByKeyboardAlone() {
        open(Map.of());
        keys(served().page().code(), Keys.ENTER);
        visible(By.id("as-me"));
        wait.until(d -> "profile".equals(focused().getAttribute("id")));

        assertThat(tabTo("as-test-user"))
                .as("the order in which fields come")
                .containsSubsequence(
                        "field-tenant-id",
                        "field-client-id",
                        "field-client-secret",
                        "field-redirect-uri",
                        "field-scope",
                        "choose-account",
                        "as-me",
                        "field-username",
                        "field-password");
        WebElement password = driver.findElement(By.id("field-password"));
        password.sendKeys(Keys.ENTER); // a browser would press the first button: "as me"
        see("#progress-title", "The test user is signed in");
        assertThat(focused().getAttribute("id")).as("focus stays").isEqualTo("field-password");
        assertThat(text("#progress summary")).matches("How it went: 4 steps, .*");
        assertThat(driver.findElement(By.id("progress")).getAttribute("textContent"))
                .contains("entra-username", "entra-password");

        tabTo("show-refreshToken");
        assertThat(outlineOfFocused()).as("focus is seen").isEqualTo("solid");
        keys(Keys.SPACE);
        assertThat(text("#value-refreshToken")).doesNotContain("\u2022");
        assertThat(focused().getAttribute("aria-label")).isEqualTo("Hide the refresh token");
        keys(Keys.SPACE);
        assertThat(text("#value-refreshToken")).startsWith(BULLETS);
    }

    @Test
    @ResourceLock(Run.THIS_JVM) // whose log it reads
    void refreshesAndCopies() {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Handler handler = logTo(logged);
        openAndEnter(Map.of());
        click("#as-test-user");
        see("#tokens-title", "Tokens of editor@contoso.com");
        String before = shown("accessToken");
        assertThat(text("#copy-text"))
                .contains("export REFRESH_TOKEN='\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022'")
                .contains("export CLIENT_ID='" + emulator.clientId() + "'");

        int refreshes = emulator.refreshes();
        click("#refresh");
        see("#progress-title", "The tokens are refreshed");
        assertThat(emulator.refreshes()).isEqualTo(refreshes + 1);
        wait.until(d -> !shown("accessToken").equals(before));

        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        String refreshToken = shown("refreshToken");
        click("[aria-label='Copy the refresh token']");
        wait.until(d -> refreshToken.equals(clipboard()));

        new Select(driver.findElement(By.id("format"))).selectByVisibleText("postman, oak-forest");
        wait.until(d -> text("#copy-text").contains("\"refresh-token\""));
        assertThat(text("#copy-text")).doesNotContain(refreshToken);
        click("#show-copy");
        assertThat(text("#copy-text")).contains(refreshToken);
        click("[aria-label='Copy the text']");
        wait.until(d -> text("#copy-text").equals(clipboard().strip()));

        assertThat(String.valueOf(driver.executeScript(
                        "return performance.getEntries().map(e => e.name).join() + location + document.title + document.cookie"
                                + " + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")))
                .as("addresses, cookies that scripts see, and what the browser keeps")
                .contains("/api/state?after=")
                .doesNotContain(
                        before,
                        refreshToken,
                        shown("accessToken"),
                        "osdu-page-" + served().page().uri().getPort());
        LOGGER.removeHandler(handler);
        assertThat(String.join("", logged)).contains("Signed in editor").doesNotContain(before, refreshToken);

        emulator.revokeRefreshTokens("editor@contoso.com");
        click("#refresh");
        see("#progress-title", "The tokens are not refreshed");
        see("#refresh-note", "The refresh token is no longer accepted: sign in again.");
        int sent = emulator.requests().size();
        click("#refresh");
        assertThat(emulator.requests())
                .as("a refused credential is not sent again")
                .hasSize(sent);
    }

    @Test
    void showsWhatWentWrongWithItsTrace() {
        openAndEnter(Map.of());
        type("osdu.password", "Canary-Wrong-1");
        click("#as-test-user");

        see("#progress-title", "The test user is not signed in");
        assertThat(text("#progress .badge")).isEqualTo("INVALID_CREDENTIALS");
        assertThat(text("#progress .message")).contains("AADSTS50126").doesNotContain("Trace:", "Canary");
        assertThat(driver.findElements(By.cssSelector("#progress .picture"))).hasSize(1);
        assertAccessible("failure");
        String own = driver.getWindowHandle();
        click("#progress .failure a");
        toOtherWindow();
        assertThat(text("h1")).isNotEmpty();
        wait.until(d -> Boolean.TRUE.equals(driver.executeScript(
                "return [...document.images].length > 0 && [...document.images].every(i => i.naturalWidth > 0)")));
        driver.switchTo().window(own);

        int posts = emulator.passwordPosts();
        click("#as-test-user");
        wait.until(d -> text("#progress .message").startsWith("Not tried again before"));
        assertThat(emulator.passwordPosts())
                .as("a refused password is not sent again")
                .isEqualTo(posts);
    }

    @Test
    void saysWhatIsWrongBesideTheField() throws Exception {
        openAndEnter(Map.of());
        type("osdu.client-id", "");
        type("osdu.tenant-id", "no tenant");
        type("osdu.issuer", "");
        type("osdu.username", "viewer@contoso.com");
        click("#as-test-user");

        wait.until(d -> !text("#field-client-id-problem").isEmpty());
        assertThat(text("#field-client-id-problem")).contains("'Application (client) ID'");
        assertThat(text("#field-tenant-id-problem")).contains("give the tenant's ID (a GUID)");
        assertThat(text("#field-issuer-problem")).isEmpty();
        assertThat(text("#field-password-problem")).startsWith("Type this user's password");
        assertThat(focused().getAttribute("name")).as("the first that is wrong").isEqualTo("osdu.tenant-id");
        assertThat(focused().getAttribute("value")).as("nothing is lost").isEqualTo("no tenant");
        assertAccessible("problems");

        driver.navigate().refresh();
        visible(By.id("as-me"));
        type("osdu.redirect-uri", "http://localhost:" + served().page().uri().getPort());
        click("#as-me");
        wait.until(d -> text("#field-redirect-uri-problem").contains("this page's own"));
        try (ServerSocket other = new ServerSocket(served().redirectPort(), 1, InetAddress.getLoopbackAddress())) {
            type("osdu.redirect-uri", "http://127.0.0.1:" + other.getLocalPort());
            click("#as-me");
            see("#progress-title", "You are not signed in");
            assertThat(text("#progress .message")).contains("another program has that port");
        }
    }

    @Test
    void letsNobodyInWithoutTheCodeAndStops() {
        open(Map.of());
        assertAccessible("door");
        keys("AAAA-AAAA", Keys.ENTER);
        wait.until(d -> text("#code-problem").startsWith("That is not the code"));

        driver.findElement(By.id("code")).clear();
        enter();
        assertThat(served().codes()).as("the next code").hasSize(1);
        assertAccessible("form");
        new Select(driver.findElement(By.id("profile"))).selectByValue("viewer");
        wait.until(d ->
                "viewer@contoso.com".equals(visible(By.name("osdu.username")).getAttribute("value")));
        assertThat(visible(By.name("osdu.password")).getAttribute("value")).isEmpty();
        assertThat(text("#field-password-source")).contains("OSDU_PROFILE_VIEWER_PASSWORD");

        click("#stop");
        served().close();
        wait.until(d -> text("#banner").startsWith("osdu-token serve has stopped."));
    }

    private static Handler logTo(Queue<String> logged) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(new SimpleFormatter().format(record));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        LOGGER.setLevel(Level.ALL);
        LOGGER.addHandler(handler);
        return handler;
    }

    private void assertAccessible(String state) {
        scheme("light");
        Axe.assertNoViolations(driver, state);
        scheme("dark");
        Axe.assertContrast(driver, state + ", dark");
    }

    private String shown(String token) {
        WebElement button = visible(By.id("show-" + token));
        button.click();
        String value = text("#value-" + token);
        button.click();
        return value;
    }

    private static String clipboard() {
        return String.valueOf(driver.executeAsyncScript(
                "navigator.clipboard.readText().then(arguments[0], failure => arguments[0](String(failure)))"));
    }

    private static void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    private static WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Press the tabulator until an element has the focus, and return the ids that had it on the way. */
    private static List<String> tabTo(String id) {
        List<String> met = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String here = Objects.requireNonNullElse(focused().getAttribute("id"), "");
            met.add(here);
            if (here.equals(id)) {
                return met;
            }
            keys(Keys.TAB);
        }
        throw new AssertionError(id + " cannot be reached; these can: " + met);
    }

    private static String outlineOfFocused() {
        return focused().getCssValue("outline-style");
    }
}
