package io.github.osdutoken.benchmarks.rivals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Playwright as its users write it: locators that wait, the redirect caught on its way, the pause that the buttons want. */
final class PlaywrightSignIn {

    /** A click sooner after the last key is ignored. */
    private static final int PAUSE_MILLIS = 200;

    private PlaywrightSignIn() {}

    public static void main(String[] arguments) throws Exception {
        Path executable = arguments.length == 0 ? Chromium.browser() : Path.of(arguments[0]);
        Code code = new Code();
        CompletableFuture<String> redirect = new CompletableFuture<>();
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(Chromium.switches())
                                .setHeadless(true))) {
            Page page = browser.newPage();
            page.onRequest(request -> {
                if (request.url().startsWith(Code.REDIRECT_URI + "/?")) {
                    redirect.complete(request.url());
                }
            });
            page.navigate(code.authorizationRequest(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            fill(page, "#i0116:not(.moveOffScreen)", Code.setting("OSDU_USERNAME"));
            page.click("#idSIButton9");
            fill(page, "#i0118:not(.moveOffScreen)", Code.setting("OSDU_PASSWORD"));
            page.click("#idSIButton9");
            Locator kmsi = page.locator("#KmsiDescription");
            page.waitForCondition(() -> redirect.isDone() || kmsi.isVisible());
            if (!redirect.isDone()) {
                page.click("#idBtn_Back");
            }
            page.waitForCondition(redirect::isDone);
        }
        System.out.println(code.refreshToken(redirect.join(), HttpClient.newHttpClient()));
    }

    private static void fill(Page page, String field, String text) {
        page.fill(field, text);
        page.waitForTimeout(PAUSE_MILLIS);
    }
}
