package io.github.osdutoken.benchmarks.rivals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The machine's browser with the switches that everybody here starts it with. The driver is named, so nobody looks for one. */
final class Chromium {

    private Chromium() {}

    static Path program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(Code.setting("PATH").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    static Path browser() {
        return program("google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser");
    }

    static List<String> switches() {
        List<String> switches = new ArrayList<>(List.of(
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1280,960"));
        if ("root".equals(System.getProperty("user.name"))) {
            switches.add("--no-sandbox");
        }
        return switches;
    }

    static ChromeDriver driver(PageLoadStrategy strategy) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().toFile());
        options.addArguments(switches());
        options.addArguments("--headless=new");
        options.setPageLoadStrategy(strategy);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").toFile())
                .build();
        return new ChromeDriver(service, options);
    }
}
