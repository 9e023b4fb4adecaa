package io.github.osdutoken.signin;

import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.Element;
import io.github.osdutoken.browser.Looking;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.signin.PageEntry.Credential;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Types what a page wants, gives it time to take it in, and sees that it did. */
final class Typist {

    /**
     * Entra ID ignores a click in the same tick as the last input. This is the one place where we wait for a page to
     * take in what was typed. Those who drive it with a pause find 200 ms enough, and a click that is lost all the same
     * is made again.
     */
    private static final Duration SETTLE = Duration.ofMillis(200);

    /** When to look what has become of it, so that the looking is done by then. */
    private static final Duration LOOK_AFTER = Duration.ofMillis(120);

    /** A page that moves for longer is looked at again from the start. */
    private static final Duration LONGEST_SLIDE = Duration.ofSeconds(3);

    private final Typed typed;
    private final Looking looking;
    private final ExpectedRedirect expected;
    private final Journey journey;

    /** Where a page last sent something by itself, and what had been typed in which field. */
    private String sentFrom = "";

    private Map<String, String> sent = Map.of();

    /**
     * What came of it.
     *
     * @param ready the page, filled in and at rest, or {@code null} when it is to be looked at again
     * @param wasSent whether the page sent a password or one-time code by itself
     */
    record Result(@Nullable Observation ready, boolean wasSent) {

        private static final Result NONE = new Result(null, false);
    }

    Typist(Typed typed, Looking looking, ExpectedRedirect expected, Journey journey) {
        this.typed = typed;
        this.looking = looking;
        this.expected = expected;
        this.journey = journey;
    }

    /**
     * Fill the page in.
     *
     * @param again whether that was done before, and nothing came of it. What the page then sent by itself is left as it
     *     stands there, and not typed once more.
     */
    Result fillIn(PageEntry page, Observation seen, Browser browser, boolean again) throws InterruptedException {
        if (again && seen.document().equals(sentFrom)) {
            return new Result(holds(seen, sent) ? seen : null, false); // a new code may be due, and is not asked for
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> secrets = new LinkedHashSet<>();
        for (Map.Entry<String, Credential> field : page.types().entrySet()) {
            if (seen.element(field.getKey()) == null) {
                return Result.NONE;
            }
            String text = typed.text(field.getValue());
            if (field.getValue() != Credential.USERNAME) {
                journey.trace().hide(text);
                journey.typesSecret();
                secrets.add(text);
            }
            texts.put(field.getKey(), text);
        }
        if (texts.isEmpty()) {
            return new Result(seen, false);
        }
        browser.traffic().lookOutFor(secrets);
        Observation ready = type(texts, page, seen, browser, again);
        if (ready == null) {
            browser.readTraffic(); // what had the page go may have come since
        }
        boolean wasSent = browser.traffic().sawText();
        sentFrom = wasSent ? seen.document() : "";
        sent = wasSent ? texts : Map.of();
        return new Result(ready, wasSent);
    }

    private @Nullable Observation type(
            Map<String, String> texts, PageEntry page, Observation seen, Browser browser, boolean again)
            throws InterruptedException {
        long sentBefore = browser.traffic().sent();
        if (!inEach(seen, texts, Element::type)) {
            return null;
        }
        page.types().forEach((field, what) -> journey.trace().did("typed the " + what, field));
        Stopwatch sinceTyped = new Stopwatch();
        Observation before = browser.observe(looking);
        boolean stays =
                before != null && before.isDocumentOf(seen) && browser.traffic().sent() == sentBefore;
        if (stays && !again) {
            journey.trace().lookInPassing();
        }
        Observation settled = settled(seen, before, sinceTyped, browser);
        boolean ready = settled != null && holds(seen, texts) && expected.await(left(SETTLE, sinceTyped)) == null;
        return ready ? settled : null;
    }

    private static Duration left(Duration time, Stopwatch since) {
        Duration left = time.minus(since.elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Give the page time, and let it come to rest.
     *
     * @return the page at rest, or {@code null} when it went on, or the answer came
     */
    private @Nullable Observation settled(
            Observation seen, @Nullable Observation before, Stopwatch sinceTyped, Browser browser)
            throws InterruptedException {
        Duration pause = left(LOOK_AFTER, sinceTyped);
        while (before != null && before.isDocumentOf(seen) && !sinceTyped.passed(LONGEST_SLIDE)) {
            if (expected.await(pause) != null) {
                return null;
            }
            Observation now = browser.observe(looking);
            if (now != null && now.isAtRestSince(before)) {
                return now;
            }
            before = now;
            pause = PageMachine.TICK;
        }
        return null;
    }

    private static boolean holds(Observation seen, Map<String, String> texts) {
        return inEach(seen, texts, Element::holds);
    }

    private static boolean inEach(
            Observation seen, Map<String, String> texts, BiPredicate<Element, String> whatItDoes) {
        return texts.entrySet().stream().allMatch(field -> {
            Element element = seen.element(field.getKey());
            return element != null && whatItDoes.test(element, field.getValue());
        });
    }
}
