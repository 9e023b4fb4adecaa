package io.github.osdutoken.emulator;

import io.github.osdutoken.emulator.http.Endpoint;
import io.github.osdutoken.emulator.http.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at the emulator, and how slowly. May be changed while it runs, from any thread; pages served before stay
 * what they were.
 */
public final class Faults {

    /** Where something can be slow or fail. */
    public enum Step {
        /** The authorization endpoint. */
        AUTHORIZE,
        /** The script that draws a page; until it arrives the page is blank. */
        SCRIPT,
        /** The look-up between user name and password. */
        CREDENTIAL_TYPE,
        /** The form with the password. */
        LOGIN,
        /** The form with the one-time code. */
        SECOND_FACTOR,
        /** The answer to "Stay signed in?". */
        KMSI,
        /** The token endpoint. */
        TOKEN,
        /** The OpenID Connect discovery document. */
        DISCOVERY,
        /** The key set. */
        KEYS
    }

    /** How a step fails. */
    public enum Failure {
        /** 429, a Retry-After of one second, and a body that is plain text even where JSON is the rule. */
        TOO_MANY_REQUESTS,
        /** 503 and a plain text body. */
        UNAVAILABLE,
        /** The connection is closed without an answer. */
        DROPPED
    }

    private record Failing(Failure failure, AtomicInteger left) {}

    private static final Duration LOST_CLICK_WINDOW = Duration.ofMillis(100);
    private static final Duration SUBMIT_LAG = Duration.ofMillis(200);

    private final Map<Step, Duration> delays = new ConcurrentHashMap<>();
    private final Map<Step, Failing> failing = new ConcurrentHashMap<>();
    private final Set<Quirk> quirks = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration lostClickWindow = LOST_CLICK_WINDOW;
    private volatile Duration submitLag = SUBMIT_LAG;

    Faults() {}

    /** Let a step take this long before it answers. */
    public Faults delay(Step step, Duration delay) {
        delays.put(step, delay);
        return this;
    }

    /** Let a step fail the next so many times. */
    public Faults fail(Step step, Failure failure, int times) {
        failing.put(step, new Failing(failure, new AtomicInteger(times)));
        return this;
    }

    /** Switch quirks on. */
    public Faults on(Quirk... more) {
        quirks.addAll(Set.of(more));
        return this;
    }

    /** Switch quirks off. */
    public Faults off(Quirk... less) {
        quirks.removeAll(Set.of(less));
        return this;
    }

    /** Tell whether a quirk is on. */
    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** Set how soon after the last key stroke a click on a page's button is lost; 100 ms at first. */
    public Faults lostClickWindow(Duration window) {
        lostClickWindow = window;
        return this;
    }

    /** Return how soon after the last key stroke a click on a page's button is lost. */
    public Duration lostClickWindow() {
        return lostClickWindow;
    }

    /**
     * Set how long a page's script takes between a click on the button and the form's departure, with the form drawn and
     * every further click another submission; 200 ms at first. (Once it departs, ChromeDriver shuts its eyes until the
     * answer is there; other drivers do not.)
     */
    public Faults submitLag(Duration lag) {
        submitLag = lag;
        return this;
    }

    /** Return how long a page's script takes between a click on the button and the form's departure. */
    public Duration submitLag() {
        return submitLag;
    }

    /** Return to a tenant at its best. */
    public void reset() {
        delays.clear();
        failing.clear();
        quirks.removeAll(EnumSet.allOf(Quirk.class));
        lostClickWindow = LOST_CLICK_WINDOW;
        submitLag = SUBMIT_LAG;
    }

    /** Put a step's delay and failures before its endpoint; for the emulator's own parts. */
    public Endpoint at(Step step, Endpoint endpoint) {
        return request -> {
            Duration delay = delays.getOrDefault(step, Duration.ZERO);
            // A latch rather than a sleep: closing the emulator ends it.
            if (!delay.isZero() && closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                return Response.dropped();
            }
            Failure failure = nextFailure(step);
            return failure == null ? endpoint.handle(request) : answer(failure);
        };
    }

    void close() {
        closed.countDown();
    }

    private @Nullable Failure nextFailure(Step step) {
        Failing plan = failing.get(step);
        return plan != null && plan.left.getAndDecrement() > 0 ? plan.failure : null;
    }

    private static Response answer(Failure failure) {
        return switch (failure) {
            case TOO_MANY_REQUESTS ->
                Response.of(429, "text/plain", "Too Many Requests").with("Retry-After", "1");
            case UNAVAILABLE -> Response.of(503, "text/plain", "The service is unavailable.");
            case DROPPED -> Response.dropped();
        };
    }
}
