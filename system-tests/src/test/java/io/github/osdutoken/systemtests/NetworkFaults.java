package io.github.osdutoken.systemtests;

import static io.github.osdutoken.systemtests.FaultRow.TOKENS;

import io.github.osdutoken.systemtests.FaultProxy.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a network, or a server in distress, does to one request, and does again when the request is repeated. */
enum NetworkFaults {
    DNS_FAILURE(
            "DNS failure",
            passing -> passing.send(HttpMessage.of(307, "text/plain", "", "Location: https://no-such-host.invalid/"))),
    CONNECTION_RESET("connection reset", FaultProxy.Passing::reset),
    NO_ANSWER("no answer", FaultProxy.Passing::stall),
    STALLED("stalled response", passing -> {
        HttpMessage answer = passing.answer();
        passing.sendPart(answer, answer.body().length / 2);
        passing.stall();
    }),
    CUT("connection cut in the response", passing -> {
        HttpMessage answer = passing.answer();
        passing.sendPart(answer, answer.body().length / 2);
        passing.reset();
    }),
    TOO_MANY_REQUESTS(
            "429", passing -> passing.send(HttpMessage.of(429, "text/plain", "Too Many Requests", "Retry-After: 60"))),
    SERVER_ERROR("503", passing -> passing.send(HttpMessage.of(503, "text/html", "<h1>Service unavailable</h1>"))),
    TRUNCATED("truncated JSON or HTML", passing -> {
        HttpMessage answer = passing.answer();
        passing.send(answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2)));
    }),
    WRONG_CONTENT(
            "another page, of another content type",
            passing -> passing.send(HttpMessage.of(
                    200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Hotel</title><h1>Welcome, guest</h1>"))),
    DOWNLOAD(
            "the right body as application/octet-stream",
            passing -> passing.send(passing.answer().with("Content-Type", "application/octet-stream"))),
    ENDLESS("a body without end", passing -> {
        HttpMessage answer = passing.answer();
        passing.sendWithoutEnd(answer);
    });

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Fault fault;

    NetworkFaults(String words, Fault fault) {
        this.words = words;
        this.fault = fault;
    }

    static List<FaultRow> rows() {
        return SignInStep.requests()
                .flatMap(step -> Arrays.stream(values())
                        // A refresh asks where the sign-in of the same JVM did, which knows the address by then.
                        .filter(fault -> fault != DNS_FAILURE || step != SignInStep.REFRESH)
                        .map(fault -> fault.at(step)))
                .toList();
    }

    FaultRow at(SignInStep step) {
        return FaultRow.of(step, words, scene -> make(step, scene), expected(step));
    }

    private void make(SignInStep step, Scene scene) {
        if (step == SignInStep.REFRESH) {
            scene.tokensInHealth();
            scene.ours.ahead(Duration.ofSeconds(20)); // a token serves for half of its life
        }
        if (this == DNS_FAILURE && step == SignInStep.DISCOVERY) {
            scene.issuer = URI.create("https://no-such-host.invalid/tenant/v2.0");
        } else if (this == DNS_FAILURE && (step == SignInStep.FIRST_PAGE || !step.isInBrowser())) {
            scene.proxy.at(SignInStep.DISCOVERY, passing -> {
                HttpMessage answer = passing.answer();
                String name = step == SignInStep.FIRST_PAGE ? "authorize" : step == SignInStep.KEYS ? "keys" : "token";
                passing.send(answer.withBody(answer.text()
                        .replaceAll(
                                "http://127\\.0\\.0\\.1:\\d+(/[^\"]*/" + name + "\")", "https://no-such-host.invalid$1")
                        .getBytes(StandardCharsets.UTF_8)));
            });
        } else {
            scene.proxy.at(step, fault);
        }
    }

    private String[] expected(SignInStep step) {
        if (step == SignInStep.KMSI && Set.of(CUT, STALLED, TRUNCATED, DOWNLOAD).contains(this)) {
            return new String[] {TOKENS}; // a redirect has no body
        }
        // The user name is looked up by the page, which is there and tells that it could not.
        boolean page = step.isInBrowser() && step != SignInStep.USERNAME;
        return switch (this) {
            case TOO_MANY_REQUESTS -> new String[] {"THROTTLED"};
            case TRUNCATED, WRONG_CONTENT ->
                new String[] {page ? "UNKNOWN_PAGE" : step.isInBrowser() ? "UNAVAILABLE" : "PROTOCOL"};
            case DOWNLOAD -> new String[] {page ? "UNKNOWN_PAGE" : TOKENS};
            case NO_ANSWER, STALLED -> new String[] {step.isInBrowser() ? "TIMEOUT" : "UNAVAILABLE"};
            // What is too large for it, a browser gives up when a page asked for it, and when it is the page, no script
            // can look
            // at it any more; a slow machine does not get so far in time.
            case ENDLESS ->
                step == SignInStep.USERNAME
                        ? new String[] {"UNAVAILABLE", "TIMEOUT"}
                        : step.isInBrowser()
                                ? new String[] {"BROWSER_UNAVAILABLE", "TIMEOUT"}
                                : new String[] {"PROTOCOL"};
            default -> new String[] {"UNAVAILABLE"};
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
