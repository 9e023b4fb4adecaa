package io.github.osdutoken.cli.serve;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Starts the browser that looks at the page. */
final class Chromium {

    private Chromium() {}

    static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        Path shell = Path.of("/usr/lib/chromium/chromium-headless-shell"); // of Debian, and twice as quick
        options.setBinary(
                Files.isExecutable(shell) ? shell.toString() : onPath("chromium", "google-chrome", "chromium-browser"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,1000");
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(onPath("chromedriver")))
                        .build(),
                options);
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
