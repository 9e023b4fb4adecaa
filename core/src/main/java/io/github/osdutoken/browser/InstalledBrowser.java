package io.github.osdutoken.browser;

import io.github.bonigarcia.wdm.WebDriverManager;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.remote.service.DriverService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A browser of this machine and the driver for it. A driver that is already here comes first: it costs no network and
 * fits the browser it was installed with. Only where there is none does WebDriverManager fetch one.
 *
 * @param binary the browser, or {@code null} where the driver knows best
 * @param driver the driver
 * @since 0.1
 */
public record InstalledBrowser(@Nullable Path binary, Path driver) {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledBrowser.class);

    private static final String AUTO = "auto";
    private static final List<String> CHROME = List.of("google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser");
    private static final List<String> HEADLESS_SHELL = List.of("chrome-headless-shell", "chromium-headless-shell");

    /** On the PATH of Debian is a script that starts this one; ChromeDriver would end the script only. */
    private static final Path DEBIANS_SHELL = Path.of("/usr/lib/chromium/chromium-headless-shell");

    private static final List<String> EDGE = List.of("microsoft-edge", "microsoft-edge-stable", "msedge");

    /**
     * Find browser and driver, and fetch a driver where there is none.
     *
     * @param wanted a value of {@code osdu.browser}
     * @param headless whether nobody needs to see it
     * @return what a sign-in would start
     * @throws SignInException with {@link Reason#BROWSER_UNAVAILABLE} if there is none
     */
    public static InstalledBrowser find(String wanted, boolean headless) {
        return (wanted.equals(AUTO) && headless ? shell() : Optional.<InstalledBrowser>empty())
                .orElseGet(() -> ordinary(wanted));
    }

    /**
     * Find a headless shell: the same browser without what draws windows, which starts in half the time. None is
     * fetched, and no driver for it: what is fetched is the browser that everybody knows.
     */
    private static Optional<InstalledBrowser> shell() {
        return installedDriver(false)
                .flatMap(driver -> shellItself().map(binary -> new InstalledBrowser(binary, driver)));
    }

    /** Find a browser as {@link #find} does, but no headless shell that nobody asked for. */
    static InstalledBrowser ordinary(String wanted) {
        Path binary = binary(wanted);
        boolean edge = wanted.equals("edge");
        InstalledBrowser found = new InstalledBrowser(
                binary, installedDriver(edge).orElseGet(() -> fetchedDriver(edge ? "edge" : wanted, binary)));
        LOG.debug("Browser {}", found);
        return found;
    }

    DriverService service(ScratchFolder scratch) {
        return new TalkingDriver.Builder()
                .withEnvironment(scratch.environment())
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                // The driver's own log would hold what is typed, whatever the user's system properties ask for.
                .withLogFile(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"))
                .withVerbose(false)
                .build();
    }

    private static @Nullable Path binary(String wanted) {
        return switch (wanted) {
            case AUTO ->
                onPath(Stream.of(CHROME, CHROMIUM).flatMap(List::stream)).orElse(null);
            case "chrome" -> onPath(CHROME.stream()).orElse(null);
            case "chromium" -> onPath(CHROMIUM.stream()).orElseThrow(() -> missing("chromium"));
            case "headless-shell" -> shellItself().orElseThrow(() -> missing("headless-shell"));
            case "edge" -> onPath(EDGE.stream()).orElse(null);
            default -> Optional.of(Path.of(wanted)).filter(Files::isExecutable).orElseThrow(() -> missing(wanted));
        };
    }

    private static Optional<Path> shellItself() {
        return Optional.of(DEBIANS_SHELL).filter(Files::isExecutable).or(() -> onPath(HEADLESS_SHELL.stream()));
    }

    private static Optional<Path> installedDriver(boolean edge) {
        String name = edge ? "msedgedriver" : "chromedriver";
        return Stream.of(
                        System.getProperty(edge ? "webdriver.edge.driver" : "webdriver.chrome.driver"),
                        System.getenv(edge ? "SE_EDGEDRIVER" : "SE_CHROMEDRIVER"))
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of)
                .findFirst()
                .or(() -> onPath(Stream.of(name)));
    }

    private static Path fetchedDriver(String wanted, @Nullable Path binary) {
        try {
            WebDriverManager manager = switch (wanted) {
                case "edge" -> WebDriverManager.edgedriver();
                case "chromium" -> WebDriverManager.chromiumdriver();
                default -> WebDriverManager.chromedriver();
            };
            if (binary != null) {
                manager.browserBinary(binary.toString());
            }
            manager.setup();
            return Path.of(manager.getDownloadedDriverPath());
        } catch (RuntimeException e) {
            throw SignInException.of(
                    Reason.BROWSER_UNAVAILABLE,
                    "Looking for a browser driver",
                    "there is none on the PATH, and WebDriverManager could not fetch one: " + e.getMessage() + ".",
                    "Install browser and driver (Debian, Ubuntu: apt-get install chromium chromium-driver), or name the"
                            + " driver in SE_CHROMEDRIVER.",
                    e);
        }
    }

    private static Optional<Path> onPath(Stream<String> names) {
        List<Path> folders = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        List<String> suffixes = File.separatorChar == '/' ? List.of("") : List.of(".exe", "");
        return names.flatMap(name -> folders.stream()
                        .flatMap(folder -> suffixes.stream().map(suffix -> folder.resolve(name + suffix))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static SignInException missing(String wanted) {
        return SignInException.of(
                Reason.BROWSER_UNAVAILABLE,
                "Looking for the browser '" + wanted + "' (osdu.browser)",
                "there is no such program.",
                "Install it, give its path, or leave osdu.browser at 'auto'.");
    }

    /** Say which browser and driver these are. */
    @Override
    public String toString() {
        return (binary == null ? "the driver's browser" : binary) + " with " + driver;
    }
}
