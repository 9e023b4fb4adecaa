package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.Element;
import io.github.osdutoken.browser.Looking;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.signin.PageEntry.Credential;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills a page in and submits it, where that is allowed. A password is submitted once in a sign-in. */
final class Actor {

    /**
     * Entra ID ignores a click in the same tick as the last input. This is the one place where we wait for a page to
     * take in what was typed. Those who drive it with a pause find 200 ms enough; the looks that follow take about
     * the rest, and a click that is lost all the same is made again.
     */
    private static final Duration SETTLE = Duration.ofMillis(150);

    /** A page that moves for longer is looked at again from the start. */
    private static final Duration LONGEST_SLIDE = Duration.ofSeconds(3);

    private final Looking looking;
    private final boolean personWatches;
    private final Set<String> granted;
    private final TrustedHosts trusted;
    private final Typed typed;
    private final ExpectedRedirect expected;
    private final Journey journey;

    Actor(Profile profile, Looking looking, ExpectedRedirect expected, Journey journey) {
        this.looking = looking;
        this.personWatches = !profile.signIn().headless();
        this.granted = Granted.by(profile);
        this.trusted = TrustedHosts.of(profile);
        this.typed = new Typed(profile, expected, journey);
        this.expected = expected;
        this.journey = journey;
    }

    /** Tell whether a person, who has a window to do it in, goes on where we do not. */
    boolean leavesToPerson(PageEntry page) {
        return personWatches
                && refuses(page)
                && page.refuse() != null
                && page.refuse().person();
    }

    /**
     * Check that a page that was just met may be acted on.
     *
     * @param last what was done before, or {@code null}
     * @throws SignInException if it refuses us, or we refuse it
     */
    void mustBeAllowed(PageEntry page, Observation seen, @Nullable Act last) {
        Refusal refusal = page.refuse();
        if (refusal != null && refuses(page)) {
            throw Refusals.refused(refusal, seen, journey);
        }
        if (!trusted.contains(seen.address())) {
            throw SignInException.of(
                    Reason.UNTRUSTED_HOST,
                    journey.attempt(),
                    "the page '" + page.page() + "' is on " + seen.host() + ", which is not the issuer's host. Nothing"
                            + " was typed there.",
                    "If it belongs to your organisation's sign-in, add it: osdu.trusted-hosts=" + seen.host() + ".");
        }
        mustSendToATrustedHost(page, seen);
        if (last != null && Refusals.isRejected(page, seen, last.page())) {
            mustHaveAnotherTry(page, seen);
        }
        if (page.types(Credential.PASSWORD) && typed.passwordWasSubmitted()) {
            throw SignInException.of(
                    Reason.UNKNOWN_PAGE,
                    journey.attempt(),
                    "the page " + journey.here() + " asks for the password again and does not say why. It was not"
                            + " sent a second time, since accounts lock.",
                    "The password is probably wrong; check osdu.password (OSDU_PASSWORD).");
        }
    }

    /** A form on a trusted page may still send what is typed in it to another host. */
    private void mustSendToATrustedHost(PageEntry page, Observation seen) {
        Stream.concat(page.types().keySet().stream(), Stream.ofNullable(page.clicks()))
                .map(selector -> seen.targets().getOrDefault(selector, ""))
                .filter(target -> !target.isEmpty() && !page.types().isEmpty() && !trusted.contains(target))
                .findFirst()
                .ifPresent(target -> {
                    String host = URI.create(target).getAuthority();
                    throw SignInException.of(
                            Reason.UNTRUSTED_HOST,
                            journey.attempt(),
                            "the form of the page '" + page.page() + "' on " + seen.host() + " sends what is typed to "
                                    + host + ", which is not the issuer's host. Nothing was typed there.",
                            "If it belongs to your organisation's sign-in, add it: osdu.trusted-hosts=" + host + ".");
                });
    }

    /**
     * Check that what was refused may be followed by something else: a one-time code that was used before, by the next.
     *
     * @throws SignInException if not
     */
    void mustHaveAnotherTry(PageEntry page, Observation seen) {
        if (!(page.types(Credential.TOTP) && seen.usedCode() && typed.hasAnotherCode())) {
            throw Refusals.rejected(page, seen, journey);
        }
    }

    /** Take note that a click on a page had it send nothing, so that the same one-time code may be typed again. */
    void wasLost(PageEntry page) {
        typed.wasLost(page);
    }

    /**
     * Fill the page in and submit it.
     *
     * @param again whether it was submitted before, and nothing was sent
     * @return whether it was submitted; if not, nothing left the browser and the page is to be looked at again
     */
    boolean act(PageEntry page, Observation seen, Browser browser, boolean again) throws InterruptedException {
        if (page.opens() != null) {
            URI address = URI.create(seen.address()).resolve(seen.fields().getOrDefault(page.opens(), ""));
            boolean allowed = trusted.contains(address.toString());
            if (allowed) {
                journey.trace().lookInPassing();
                journey.trace().did("opened the address in", page.opens());
                browser.open(address);
            }
            return allowed;
        }
        if (page.clicks() == null) {
            return false;
        }
        Observation ready = fillIn(page, seen, browser, again);
        if (ready == null) {
            return false;
        }
        Element button = ready.element(page.clicks());
        if (button == null) {
            return false;
        }
        journey.trace().lookInPassing();
        journey.trace().did("clicked", page.clicks());
        boolean clicked = button.click();
        if (clicked) {
            typed.submitted(page);
        }
        return clicked;
    }

    /**
     * Type what the page wants, give it time to take it in, and see that it did.
     *
     * @return the page, filled in and at rest, or {@code null} when it is to be looked at again
     */
    private @Nullable Observation fillIn(PageEntry page, Observation seen, Browser browser, boolean again)
            throws InterruptedException {
        Map<Element, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Credential> field : page.types().entrySet()) {
            Element element = seen.element(field.getKey());
            if (element == null) {
                return null;
            }
            String text = typed.text(field.getValue());
            if (field.getValue() != Credential.USERNAME) {
                journey.trace().hide(text);
                journey.typesSecret();
            }
            texts.put(element, text);
        }
        if (texts.isEmpty()) {
            return seen;
        }
        long sentBefore = browser.sent();
        if (!texts.entrySet().stream().allMatch(field -> field.getKey().type(field.getValue()))) {
            return null;
        }
        page.types().forEach((field, what) -> journey.trace().did("typed the " + what, field));
        Stopwatch sinceTyped = new Stopwatch();
        Observation before = browser.observe(looking);
        // While the page settles, a picture costs nothing. But a browser that leaves a page while it takes one does not
        // answer for minutes.
        boolean stays = before != null && before.isDocumentOf(seen) && browser.sent() == sentBefore;
        if (stays && !again) {
            journey.trace().look();
        }
        Observation settled = settled(seen, before, sinceTyped, browser);
        boolean holds = settled != null
                && texts.entrySet().stream().allMatch(field -> field.getKey().holds(field.getValue()));
        return holds ? settled : null;
    }

    /**
     * Give the page time, and let it come to rest.
     *
     * @return the page at rest, or {@code null} when it went on, or the answer came
     */
    private @Nullable Observation settled(
            Observation seen, @Nullable Observation before, Stopwatch sinceTyped, Browser browser)
            throws InterruptedException {
        Duration pause = SETTLE.minus(sinceTyped.elapsed());
        while (before != null && before.isDocumentOf(seen) && !sinceTyped.passed(LONGEST_SLIDE)) {
            if (expected.await(pause.isNegative() ? Duration.ZERO : pause) != null) {
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

    private boolean refuses(PageEntry page) {
        return page.refuse() != null && (page.needs() == null || !granted.contains(page.needs()));
    }
}
