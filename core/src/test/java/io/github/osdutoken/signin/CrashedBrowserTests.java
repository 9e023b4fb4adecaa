package io.github.osdutoken.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.oauth.AuthorizationCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A browser that is killed is replaced as long as nothing secret was typed in it; one that hangs is given up. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "does not tell which process was started with which arguments")
class CrashedBrowserTests {

    private static final String FORM = """
            <!DOCTYPE html><html><body><form method="post" action="/login">
            <label>User <input name="u" autocomplete="username"></label>
            <label>Password <input name="p" type="password" oninput="fetch('/typed')"></label>
            <button>Next</button></form></body></html>
            """;

    private final SyntheticIssuer issuer = new SyntheticIssuer();
    private final AtomicInteger asked = new AtomicInteger();
    private ServerSocket redirectPort;

    /** A browser that must not go to another's port is one that no other test shares, and known by that port. */
    @BeforeEach
    void takeTheRedirectPort() throws IOException {
        redirectPort = new ServerSocket(issuer.redirectPort(), 1, InetAddress.getLoopbackAddress());
        issuer.on("/login", (query, body) -> issuer.redirectWithCode());
    }

    @AfterEach
    void stop() throws IOException {
        redirectPort.close();
        issuer.close();
    }

    @Test
    void anotherBrowserTakesThePlaceOfOneThatCrashesAtTheFirstPage() {
        killing(1, Function.identity());

        assertThat(issuer.signIn().code()).isEqualTo(new AuthorizationCode("the-code"));
        assertThat(asked).hasValue(2);
        assertThat(issuer.posts()).hasSize(1);
    }

    @Test
    void anotherDriverTakesThePlaceOfOneThatCrashes() {
        killing(1, browser -> browser.parent().orElseThrow());

        assertThat(issuer.signIn().code()).isEqualTo(new AuthorizationCode("the-code"));
        assertThat(asked).hasValue(2);
        assertThat(issuer.posts()).hasSize(1);
    }

    @Test
    void aSecondCrashIsReported() {
        killing(9, Function.identity());

        assertGone();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aPasswordThatWasTypedIsNotTypedInAnotherBrowser() {
        issuer.on("/authorize", (query, body) -> {
            asked.incrementAndGet();
            return FORM;
        });
        issuer.on("/typed", (query, body) -> {
            browser().forEach(ProcessHandle::destroyForcibly);
            return "";
        });

        assertGone();
        assertThat(asked).hasValue(1);
        assertThat(issuer.posts()).isEmpty();
    }

    @Test
    void aBrowserThatDoesNotStartIsSaidToBeWhatTheTimeWasSpentOn(@TempDir Path folder) throws IOException {
        Path sleeper = folder.resolve("browser");
        Files.writeString(sleeper, "#!/bin/sh\nexec sleep 60\n");
        Files.setPosixFilePermissions(sleeper, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> issuer.signIn(SyntheticIssuer.options(sleeper.toString(), Duration.ofSeconds(3))))
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT))
                .hasMessageContaining("no browser had started after 3 s");
    }

    private void killing(int times, Function<ProcessHandle, ProcessHandle> whom) {
        issuer.on("/authorize", (query, body) -> {
            if (asked.incrementAndGet() <= times) {
                assertThat(browser().map(whom).filter(ProcessHandle::destroyForcibly))
                        .isNotEmpty();
            }
            return FORM;
        });
    }

    private Stream<ProcessHandle> browser() {
        return ProcessHandle.current()
                .descendants()
                .filter(one -> one.info()
                        .commandLine()
                        .filter(line -> line.contains("localhost:" + issuer.redirectPort()))
                        .filter(line -> !line.contains("--type="))
                        .isPresent());
    }

    private void assertGone() {
        assertThatThrownBy(issuer::signIn)
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROWSER_UNAVAILABLE))
                .hasMessageContaining("the browser has gone away");
    }
}
