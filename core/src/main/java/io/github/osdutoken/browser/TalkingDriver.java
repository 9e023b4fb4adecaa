package io.github.osdutoken.browser;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriverService;

/**
 * A driver's process, which is up when it says so. Selenium asks it over HTTP at intervals that double, and learns of a
 * driver that takes 80 ms to start after 150 ms.
 */
final class TalkingDriver extends ChromeDriverService {

    /** Common to ChromeDriver's line and that of Edge's driver. */
    private static final String UP = "started successfully";

    /** A driver that has said nothing for so long has other words for it, and is asked. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private static final int LONGEST_LINE = 1000;

    private final CountDownLatch up = new CountDownLatch(1);

    private TalkingDriver(
            @Nullable File executable,
            int port,
            Duration timeout,
            @Nullable List<String> arguments,
            @Nullable Map<String, String> environment)
            throws IOException {
        super(executable, port, timeout, arguments, environment);
    }

    @Override
    protected OutputStream getOutputStream() {
        return new Words();
    }

    @Override
    protected void waitUntilAvailable() {
        try {
            if (!up.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                super.waitUntilAvailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebDriverException("Interrupted while a driver started", e);
        }
    }

    /** What the driver prints, of which nothing is kept. */
    private final class Words extends OutputStream {

        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(int character) {
            if (up.getCount() == 0) {
                return;
            }
            line.append((char) character);
            if (character == '\n' || line.length() > LONGEST_LINE) {
                if (line.indexOf(UP) >= 0) {
                    up.countDown();
                }
                line.setLength(0);
            }
        }
    }

    /** Makes such a driver. */
    static final class Builder extends ChromeDriverService.Builder {

        @Override
        protected ChromeDriverService createDriverService(
                @Nullable File executable,
                int port,
                Duration timeout,
                @Nullable List<String> arguments,
                @Nullable Map<String, String> environment) {
            try {
                return new TalkingDriver(executable, port, timeout, arguments, environment);
            } catch (IOException e) {
                throw new WebDriverException(e);
            }
        }
    }
}
