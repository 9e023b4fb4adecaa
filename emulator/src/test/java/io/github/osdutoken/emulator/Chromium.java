package io.github.osdutoken.emulator;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.HasCdp;

/** Starts the browser found on the path. */
final class Chromium {

    private Chromium() {}

    static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        Path shell = Path.of("/usr/lib/chromium/chromium-headless-shell"); // of Debian, and twice as quick
        options.setBinary(
                Files.isExecutable(shell) ? shell.toString() : onPath("chromium", "google-chrome", "chromium-browser"));
        // A redirect to a port where nobody listens must not fail the navigation.
        options.setPageLoadStrategy(PageLoadStrategy.NONE);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(onPath("chromedriver")))
                .withTimeout(Duration.ofSeconds(30))
                .build();
        return new ChromeDriver(service, options);
    }

    /** Keep a picture of a page for people to look at. A JPEG takes a third of a PNG's time. */
    static void photograph(HasCdp browser, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Object jpeg = browser.executeCdpCommand("Page.captureScreenshot", Map.of("format", "jpeg"))
                .get("data");
        Files.write(folder.resolve(name + ".jpg"), Base64.getDecoder().decode(String.valueOf(jpeg)));
    }

    private static String onPath(String... names) {
        List<Path> folders = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("None of " + List.of(names) + " is on the path"));
    }
}
