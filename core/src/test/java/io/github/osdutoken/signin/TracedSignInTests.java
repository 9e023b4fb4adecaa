package io.github.osdutoken.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.SignInWatcher;
import io.github.osdutoken.TraceMode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What is left of a sign-in with a real browser. */
@Isolated("of a browser that others use, too, nobody knows whose console it is")
class TracedSignInTests {

    private static final String FORM = """
            <!DOCTYPE html><html lang="fi"><body><h1>Kirjaudu</h1>
            <form method="post" action="/login?ticket=canary-ticket">
            <label>Tunnus <input name="u" autocomplete="username"></label>
            <label>Salasana <input name="p" type="password"></label>
            <input type="hidden" name="flowToken" value="canary-flow-token">
            <button>Jatka</button></form></body></html>
            """;

    /** A page that refuses, and chatters about everything it knows. */
    private static final String REFUSAL = FORM.replace("<h1>", """
            <p role='alert'>Väärin</p><script>
            var $Config = {sFT: 'canary-sft', sCtx: 'canary-sctx', canary: 'canary-canary', correlationId: 'c0ffee'};
            console.error('posted p"ä&ss <w> and ' + encodeURIComponent('p"ä&ss <w>') + ' ' + JSON.stringify($Config));
            console.warn('flow', $Config.sFT, $Config.sCtx, $Config.canary, 'canary-flow-token');
            console.log('at ' + location.href + ' for state state-of-this-test');
            </script><script src="/missing.js?v=canary-version"></script><h1>""");

    private static final String SEEN = "any-username-and-password on the issuer";

    private static final List<String> CANARIES = List.of(
            "p\"ä&ss", "p%22%C3", "p&quot;", "p\\\"", "canary-", SyntheticIssuer.STATE, "the-nonce", "the-code");

    private final SyntheticIssuer issuer = new SyntheticIssuer();

    @TempDir
    private Path traces;

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void showsThePageNobodyKnows() throws IOException {
        issuer.on("/authorize", "<!DOCTYPE html><h1>Uusi sivu</h1><script>$Config={pgid:'ConvergedNew'}</script>");

        SignInException failure = failure(options(TraceMode.ON_FAILURE, traces));

        Path page = failure.trace().orElseThrow();
        assertThat(failure).hasMessageEndingWith(" Trace: " + page);
        assertThat(page.getParent()).hasParent(traces);
        assertThat(page.getParent()).asString().endsWith("-ada");
        assertThat(Files.readString(page))
                .contains("Unknown page", "ConvergedNew", "ended here: UNKNOWN_PAGE", "osdu.redirect-uri");
        JsonNode frame = json(page).path("frames").path(0);
        assertThat(frame.path("pageId").asText()).isEqualTo("ConvergedNew");
        assertThat(frame.path("address").asText()).isEqualTo(issuer.address() + "/authorize?state&nonce");
        assertThat(frame.path("stayedMillis").asLong()).isGreaterThan(5000);
        assertThat(page.resolveSibling(frame.path("picture").asText())).isNotEmptyFile();
        assertThat(filesOf(page)).containsExactlyInAnyOrder("index.html", "trace.json", "01-unknown.jpg");
    }

    @Test
    void saysWhatWasDoneAndNeverWithWhat() throws IOException {
        issuer.on("/authorize", FORM).on("/login", REFUSAL);

        Path page = failure(options(TraceMode.ON_FAILURE, traces)).trace().orElseThrow();

        JsonNode frames = json(page).path("frames");
        assertThat(frames).hasSize(2);
        assertThat(frames.path(0).path("done").findValuesAsText("what"))
                .containsExactly("typed the user name", "typed the password", "clicked");
        assertThat(frames.path(1).path("done").toString())
                .isEqualTo("[{\"what\":\"ended here: INVALID_CREDENTIALS\"}]");
        assertThat(frames.path(1).path("correlationId").asText()).isEqualTo("c0ffee");
        assertThat(frames.path(1).path("address").asText()).isEqualTo(issuer.address() + "/login?ticket");
        assertThat(json(page).path("failedLoads").toString())
                .contains("{\"type\":\"Script\",\"address\":\"" + issuer.address() + "/missing.js\",\"why\":\"404\"}");
        assertThat(json(page).path("console").toString())
                .contains("posted <redacted> and <redacted>", "flow", "/login?ticket");
        assertNoCanary(page);
    }

    @Test
    void leavesNothingWhenItSucceeds() {
        issuer.on("/authorize", FORM).on("/login", (query, body) -> issuer.redirectWithCode());
        List<String> pages = new CopyOnWriteArrayList<>();

        signIn(options(TraceMode.ON_FAILURE, traces), watcher(pages));

        assertThat(traces).isEmptyDirectory();
        assertThat(pages).as("what a watcher was told").containsExactly(SEEN, "a picture");
    }

    @Test
    void showsASuccessWhenThatIsWantedAndNothingOfTheRedirect() throws IOException {
        issuer.on("/authorize", FORM).on("/login", (query, body) -> issuer.redirectWithCode());

        signIn(options(TraceMode.ALWAYS, traces));

        try (var folders = Files.list(traces)) {
            Path page = folders.findFirst().orElseThrow().resolve("index.html");
            assertThat(Files.readString(page)).contains("Signed in").doesNotContain("class=\"failed\"");
            assertThat(json(page).path("frames")).hasSize(1);
            assertNoCanary(page);
        }
    }

    @Test
    void goesOnThoughThePageSubmitsItselfWhileItsPictureIsTaken() {
        issuer.on("/authorize", FORM + """
                <script>
                // A field's style changes right before a picture is taken.
                new MutationObserver((changes, observer) => {
                    observer.disconnect();
                    setTimeout(() => document.forms[0].submit(), 10);
                })
                    .observe(document.querySelector('[type=password]'), {attributes: true});
                </script>""").on("/login", REFUSAL);

        assertThat(failure(options(TraceMode.ALWAYS, traces)).reason()).isEqualTo(Reason.INVALID_CREDENTIALS);
        assertThat(issuer.posts()).hasSize(1);
    }

    @Test
    void recordsNothingWhenItIsOff() {
        issuer.on("/authorize", FORM).on("/login", REFUSAL);

        List<String> pages = new CopyOnWriteArrayList<>();

        SignInException failure = catchThrowableOfType(
                SignInException.class, () -> signIn(options(TraceMode.OFF, traces), watcher(pages)));

        assertThat(pages).as("what a watcher was told").containsExactly(SEEN, SEEN);
        assertThat(failure.trace()).isEmpty();
        assertThat(failure).hasMessageNotContaining("Trace:");
        assertThat(traces).isEmptyDirectory();
    }

    @Test
    void keepsItsOwnErrorWhenNoTraceCanBeSaved() throws IOException {
        issuer.on("/authorize", FORM).on("/login", REFUSAL);
        Path file = Files.writeString(traces.resolve("file"), "");

        SignInException failure = failure(options(TraceMode.ON_FAILURE, file.resolve("traces")));

        assertThat(failure.trace()).isEmpty();
        assertThat(failure)
                .hasMessageContaining("refuses the user name and password")
                .hasMessageNotContaining("Trace");
    }

    @Test
    void leavesATraceOfATimeout() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        issuer.on("/authorize", FORM).on("/login", (query, body) -> String.valueOf(over.await(1, TimeUnit.MINUTES)));

        SignInException failure = failure(new SignInOptions(
                Set.of(), false, false, null, "auto", true, null, Duration.ofSeconds(8), TraceMode.ON_FAILURE, traces));

        over.countDown();
        Path page = failure.trace().orElseThrow();
        // Whether there is time for a last picture depends on what keeps the machine busy.
        assertThat(json(page).path("reason").asText()).isEqualTo("TIMEOUT");
        assertThat(filesOf(page)).contains("index.html", "trace.json");
    }

    @Test
    void takesNoPictureOfTheBrowsersOwnErrorPage() throws IOException {
        issuer.close();

        Path page = failure(options(TraceMode.ON_FAILURE, traces)).trace().orElseThrow();

        assertThat(json(page).path("frames").path(0).path("page").asText()).isEqualTo("not loaded");
        assertThat(json(page).path("failedLoads").path(0).path("why").asText())
                .isEqualTo("net::ERR_CONNECTION_REFUSED");
        assertThat(filesOf(page)).containsExactlyInAnyOrder("index.html", "trace.json");
        assertNoCanary(page);
    }

    private SignInException failure(SignInOptions options) {
        return catchThrowableOfType(SignInException.class, () -> signIn(options));
    }

    private void signIn(SignInOptions options) {
        signIn(options, SignInWatcher.NOBODY);
    }

    private void signIn(SignInOptions options, SignInWatcher watcher) {
        issuer.signIn(
                issuer.profile(options),
                URI.create(issuer.address() + "/authorize?state=" + SyntheticIssuer.STATE + "&nonce=the-nonce"),
                watcher);
    }

    private SignInWatcher watcher(List<String> told) {
        return new SignInWatcher() {
            @Override
            public void met(String page, String host) {
                told.add(page + (issuer.address().endsWith("//" + host) ? " on the issuer" : " elsewhere"));
            }

            @Override
            public void pictured(byte[] picture) {
                told.add("a picture");
            }
        };
    }

    private static SignInOptions options(TraceMode mode, Path folder) {
        return new SignInOptions(
                Set.of(), false, false, null, "auto", true, null, Duration.ofSeconds(45), mode, folder);
    }

    private static JsonNode json(Path page) throws IOException {
        return new ObjectMapper().readTree(page.resolveSibling("trace.json").toFile());
    }

    private static List<String> filesOf(Path page) throws IOException {
        try (var files = Files.list(page.getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void assertNoCanary(Path page) throws IOException {
        try (var files = Files.list(page.getParent())) {
            for (Path file : files.toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(CANARIES).as("in %s", file).noneMatch(content::contains);
            }
        }
    }
}
