package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.Element;
import io.github.osdutoken.browser.Looking;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.browser.PageAddress;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.signin.PageEntry.Credential;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has a page filled in and submits it, where that is allowed. A password is submitted once in a sign-in. */
final class Actor {

    private final boolean personWatches;
    private final Set<String> granted;
    private final TrustedHosts trusted;
    private final Typed typed;
    private final Typist typist;
    private final Journey journey;

    Actor(Profile profile, Looking looking, ExpectedRedirect expected, Journey journey) {
        this.personWatches = !profile.signIn().headless();
        this.granted = Granted.by(profile);
        this.trusted = TrustedHosts.of(profile);
        this.typed = new Typed(profile, expected, journey);
        this.typist = new Typist(typed, looking, expected, journey);
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
                    Reason.INVALID_CREDENTIALS,
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
                    String host = PageAddress.of(target).host();
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
     * @param again whether it was submitted before, and nothing came of it
     */
    Submission act(PageEntry page, Observation seen, Browser browser, boolean again) throws InterruptedException {
        if (page.opens() != null) {
            URI address = trusted(seen.fields().getOrDefault(page.opens(), ""), seen);
            if (address == null) {
                return Submission.NONE;
            }
            journey.trace().lookInPassing();
            journey.trace().did("opened the address in", page.opens());
            browser.open(address);
            return Submission.OURS;
        }
        if (page.clicks() == null) {
            return Submission.NONE;
        }
        Typist.Result filled = typist.fillIn(page, seen, browser, again);
        if (filled.wasSent()) {
            journey.trace().did("the page sent it by itself", null);
            typed.submitted(page);
            return Submission.PAGES_OWN;
        }
        Observation ready = filled.ready();
        Element button = ready == null ? null : ready.element(page.clicks());
        if (button == null) {
            return Submission.NONE;
        }
        journey.trace().lookInPassing();
        journey.trace().did("clicked", page.clicks());
        if (!button.click()) {
            return Submission.NONE;
        }
        typed.submitted(page);
        return Submission.OURS;
    }

    /** Return where a reference on a page leads, or {@code null} when that is not a trusted host's address. */
    private @Nullable URI trusted(String reference, Observation seen) {
        try {
            URI address = URI.create(seen.address().split("[?#]", 2)[0]).resolve(reference);
            return trusted.contains(address.toString()) ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean refuses(PageEntry page) {
        return page.refuse() != null && (page.needs() == null || !granted.contains(page.needs()));
    }
}
