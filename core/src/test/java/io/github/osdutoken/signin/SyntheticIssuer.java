package io.github.osdutoken.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.osdutoken.CacheMode;
import io.github.osdutoken.Client;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.SignInWatcher;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.redirect.AuthorizationResponse;
import io.github.osdutoken.trace.SignInTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves hand-made pages on loopback, and keeps what was posted to it. */
final class SyntheticIssuer implements AutoCloseable {

    static final String STATE = "state-of-this-test";

    /** Answers a request; a page's text, or {@code 302 <location>}. */
    interface Page {
        String show(String query, String body) throws Exception;
    }

    private final HttpServer server;
    private final int redirectPort = freePort();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private @Nullable TotpSecret totpSecret;
    private final List<String> posts = new CopyOnWriteArrayList<>();

    SyntheticIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    SyntheticIssuer on(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    SyntheticIssuer withTotpSecret(TotpSecret secret) {
        totpSecret = secret;
        return this;
    }

    SyntheticIssuer on(String path, String html) {
        return on(path, (query, body) -> html);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Return host and port by another name, which a browser takes for another host. */
    String localhost() {
        return "localhost:" + server.getAddress().getPort();
    }

    int redirectPort() {
        return redirectPort;
    }

    URI redirectUri() {
        return URI.create("http://localhost:" + redirectPort);
    }

    String redirectWithCode() {
        return "302 " + redirectUri() + "/?code=the-code&state=" + STATE;
    }

    List<String> posts() {
        return posts;
    }

    Profile profile(SignInOptions options) {
        return new Profile(
                Profile.DEFAULT,
                URI.create(address()),
                new Client("client", null, redirectUri(), "openid"),
                new TestUser("ada@contoso.com", new Password("p\"ä&ss <w>"), totpSecret, null),
                options,
                CacheMode.MEMORY,
                null);
    }

    static SignInOptions options(Duration timeout, String... trusted) {
        return options(SignInOptions.DEFAULTS.browser(), timeout, trusted);
    }

    static SignInOptions options(String browser, Duration timeout, String... trusted) {
        SignInOptions defaults = SignInOptions.DEFAULTS;
        return new SignInOptions(
                Set.of(trusted), false, false, null, browser, defaults.headless(), null, timeout, TraceMode.OFF, null);
    }

    AuthorizationResponse signIn() {
        return signIn(options(Duration.ofSeconds(45)));
    }

    AuthorizationResponse signIn(SignInOptions options) {
        return signIn(profile(options), URI.create(address() + "/authorize"));
    }

    AuthorizationResponse signIn(Profile profile, URI authorizationRequest) {
        return signIn(profile, authorizationRequest, SignInWatcher.NOBODY);
    }

    AuthorizationResponse signIn(Profile profile, URI authorizationRequest, SignInWatcher watcher) {
        SignInTrace trace = SignInTrace.of(profile, authorizationRequest, watcher);
        return trace.record(() -> {
            try (SignIn signIn = SignIn.begin(profile, STATE)) {
                return signIn.run(authorizationRequest, profile.signIn().timeout(), trace);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                posts.add(exchange.getRequestURI().getPath() + "?" + body);
            }
            Page page = pages.get(exchange.getRequestURI().getPath());
            String answer =
                    page == null ? "404" : show(page, exchange.getRequestURI().getRawQuery(), body);
            if (answer.startsWith("302 ")) {
                exchange.getResponseHeaders().set("Location", answer.substring(4));
                exchange.sendResponseHeaders(302, -1);
            } else {
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(answer.equals("404") ? 404 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static String show(Page page, String query, String body) throws IOException {
        try {
            return page.show(query == null ? "" : query, body);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
