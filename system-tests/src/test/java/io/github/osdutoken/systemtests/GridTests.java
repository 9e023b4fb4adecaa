package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.osdutoken.Client;
import io.github.osdutoken.GridCredentials;
import io.github.osdutoken.Password;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.Faults.Step;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Sign-ins whose browsers a Selenium Grid lends, on "another machine". One after the other, since they count its sessions. */
@Tag("long")
@Execution(ExecutionMode.SAME_THREAD)
class GridTests {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String GRID_PASSWORD = "canary-of-the-grid";

    private static Grid grid;
    private static Emulator emulator;

    @BeforeAll
    static void start() throws Exception {
        grid = Grid.standalone(3, "--session-request-timeout", "300");
        emulator = Emulator.start();
    }

    @AfterAll
    static void stop() throws Exception {
        grid.close();
        emulator.close();
    }

    @AfterEach
    void nothingIsLeftOnTheGrid() throws Exception {
        emulator.faults().reset();
        Eventually.within(
                SOON, () -> grid.sessions() == 0 && grid.browsers().findAny().isEmpty());
    }

    @Test
    void readsTheCodeFromTheBrowserAndLetsNobodyOnTheNodeSeeIt() throws Exception {
        List<String> seenByTheNode = new CopyOnWriteArrayList<>();
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            seenByTheNode.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
        try {
            URI redirectUri =
                    URI.create("http://localhost:" + stranger.getAddress().getPort());
            Tokens tokens = at(grid.url(), "editor")
                    .withClient(client -> new Client(client.id(), null, redirectUri, client.scope()))
                    .signIn();

            assertThat(tokens.origin()).isEqualTo(TokenOrigin.SIGN_IN);
            assertThat(seenByTheNode).isEmpty();
        } finally {
            stranger.stop(0);
        }
    }

    @Test
    void signsInSeveralUsersAtOnceAndLogsNoSecret() throws Exception {
        List<String> names = List.of("editor", "viewer", "admin");
        // Until all three are there, so that they are at once.
        emulator.faults().delay(Step.AUTHORIZE, Duration.ofSeconds(2));
        ExecutorService threads = Executors.newFixedThreadPool(names.size());
        try {
            List<CompletableFuture<Tokens>> all = names.stream()
                    .map(name -> CompletableFuture.supplyAsync(
                            () -> at(grid.url(), name).signIn(), threads))
                    .toList();
            Eventually.within(SOON, () -> grid.sessions() == names.size());
            for (CompletableFuture<Tokens> one : all) {
                assertThat(one.get().origin()).isEqualTo(TokenOrigin.SIGN_IN);
            }
        } finally {
            threads.shutdownNow();
        }

        String log = Files.readString(grid.log());
        assertThat(log).contains("Session created by the Distributor");
        for (EmulatorUser user : emulator.users()) {
            assertThat(log).doesNotContain(user.password());
        }
        assertThat(log).doesNotContain("code=").doesNotContain("code_challenge");
    }

    @Test
    void givesTheBrowserBackAfterARefusal() {
        assertFails(at(grid.url(), "viewer").withPassword("wrong"), Reason.INVALID_CREDENTIALS);
    }

    @Test
    void givesTheBrowserBackWhenTheSignInIsGivenUp() throws Exception {
        emulator.faults().delay(Step.SCRIPT, Duration.ofMinutes(10));
        long before = authorizations();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Tokens> given = thread.submit(() -> at(grid.url(), "admin").signIn());
        Eventually.within(SOON, () -> authorizations() > before);
        assertThat(grid.sessions()).isOne();

        thread.shutdownNow();

        assertThatThrownBy(given::get)
                .cause()
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
    }

    @Test
    void givesTheBrowserBackWhenTheJvmIsKilled(@TempDir Path folder) throws Exception {
        emulator.faults().delay(Step.SCRIPT, Duration.ofMinutes(10));
        Map<String, String> environment = new HashMap<>();
        emulator.settings("editor")
                .forEach((key, value) ->
                        environment.put(key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        environment.put("OSDU_GRID_URL", grid.url().toString());
        environment.put("OSDU_TIMEOUT", "5m");
        long before = authorizations();
        Process process = CommandLine.start(folder, environment, "get");
        try {
            Eventually.within(SOON, () -> authorizations() > before);
            assertThat(grid.sessions()).isOne();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysThatNoGridIsThere() {
        assertFails(at(URI.create("http://127.0.0.1:9"), "editor"), Reason.UNAVAILABLE)
                .hasMessageContaining("nothing answers there")
                .hasMessageContaining("osdu.grid-url");
    }

    @Test
    void saysThatTheGridIsNotAtThisPath() {
        assertFails(at(grid.url().resolve("/elsewhere"), "editor"), Reason.UNAVAILABLE)
                .hasMessageContaining("404")
                .hasMessageContaining("/wd/hub");
    }

    @Test
    void saysThatNoBrowserIsFreeAndLeavesNoneBehind() throws Exception {
        emulator.faults().delay(Step.SCRIPT, Duration.ofMinutes(10));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (String name : List.of("editor", "viewer", "admin")) {
                threads.execute(() -> at(grid.url(), name).signIn());
            }
            Eventually.within(SOON, () -> grid.sessions() == 3);

            assertFails(at(grid.url(), "no-access").within(Duration.ofSeconds(5)), Reason.UNAVAILABLE)
                    .hasMessageContaining("no browser free within 5 s")
                    .hasMessageContaining("more nodes");
        } finally {
            threads.shutdownNow();
        }
        // The one that was waited for in vain comes as well, and ends at once.
        Eventually.within(SOON, () -> grid.sessions() == 0);
    }

    @Test
    void wantsTheGridsPasswordAndSendsAWrongOneOnce() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer guarded = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        guarded.createContext("/", exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"selenium-server\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        guarded.start();
        URI url = URI.create("http://127.0.0.1:" + guarded.getAddress().getPort());
        try (Logged logged = Logged.fromHere()) {
            assertFails(at(url, "editor"), Reason.CONFIGURATION).hasMessageContaining("osdu.grid-username");
            assertFails(
                            at(url, "viewer", new GridCredentials("tester", new Password(GRID_PASSWORD))),
                            Reason.CONFIGURATION)
                    .hasMessageNotContaining(GRID_PASSWORD);

            assertThat(seen).hasSize(2).last().asString().startsWith("Basic ");
            assertThat(logged.said()).noneMatch(said -> said.text().contains(GRID_PASSWORD));
            assertThat(logged.said()).noneMatch(said -> said.text().contains(seen.get(1)));
        } finally {
            guarded.stop(0);
        }
    }

    @Test
    void signsInAtAGridWithAPasswordUntilItsNodeIsKilled() throws Exception {
        // In its own time a browser has to have started, too.
        try (Grid guarded = Grid.guarded(1, "tester", GRID_PASSWORD, "--session-request-timeout", "20")) {
            GridCredentials credentials = new GridCredentials("tester", new Password(GRID_PASSWORD));
            TenantUser user = at(guarded.url(), "editor", credentials);
            assertThat(user.signIn().origin()).isEqualTo(TokenOrigin.SIGN_IN);

            emulator.faults().delay(Step.SCRIPT, Duration.ofMinutes(10));
            long before = authorizations();
            CompletableFuture<Tokens> doomed = CompletableFuture.supplyAsync(
                    () -> at(guarded.url(), "viewer", credentials).signIn());
            Eventually.within(SOON, () -> authorizations() > before);
            // Full, by the Grid's own word.
            assertFails(at(guarded.url(), "admin", credentials), Reason.UNAVAILABLE)
                    .hasMessageContaining("no browser free within its own time");

            guarded.killNode();

            assertThatThrownBy(doomed::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
                    .hasMessageContaining("gone away")
                    .hasMessageContaining("node's log");
        }
    }

    /** How many sign-ins have got to the first page. */
    private static long authorizations() {
        return emulator.requests().stream()
                .filter(request -> request.path().endsWith("/authorize"))
                .count();
    }

    private static AbstractThrowableAssert<?, ?> assertFails(TenantUser user, Reason reason) {
        return assertThatThrownBy(user::signIn)
                .isInstanceOfSatisfying(
                        SignInException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }

    private static TenantUser at(URI url, String name) {
        return at(url, name, null);
    }

    private static TenantUser at(URI url, String name, @Nullable GridCredentials credentials) {
        return TenantUser.of(emulator, name)
                .with(new SignInOptions(
                        Set.of(),
                        false,
                        false,
                        null,
                        "auto",
                        true,
                        url,
                        Duration.ofMinutes(5),
                        TraceMode.OFF,
                        null,
                        credentials));
    }
}
