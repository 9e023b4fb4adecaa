package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.Secret;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Element;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.browser.PageChangedException;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.signin.PageEntry.Credential;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a page in and submits it, where that is allowed. A password is submitted once in a sign-in. */
final class Actor {

    /**
     * Entra ID ignores a click in the same tick as the last input. This is the one place where we wait for a page to
     * take in what was typed.
     */
    private static final Duration SETTLE = Duration.ofMillis(300);

    private final Profile profile;
    private final TrustedHosts trusted;
    private final ExpectedRedirect expected;
    private final Journey journey;
    private boolean passwordSubmitted;

    Actor(Profile profile, ExpectedRedirect expected, Journey journey) {
        this.profile = profile;
        this.trusted = TrustedHosts.of(profile);
        this.expected = expected;
        this.journey = journey;
    }

    /**
     * Check that a page that was just met may be acted on.
     *
     * @throws SignInException if it refuses us, or we refuse it
     */
    void mustBeAllowed(PageEntry page, Observation seen, @Nullable Act last) {
        if (page.refuse() != null && !isAllowed(page)) {
            throw Refusals.refused(page.refuse(), seen, journey);
        }
        if (!trusted.contains(seen.address())) {
            throw SignInException.of(
                    Reason.UNTRUSTED_HOST,
                    journey.attempt(),
                    "the page '" + page.page() + "' is on " + seen.host() + ", which is not the issuer's host. Nothing"
                            + " was typed there.",
                    "If it belongs to your organisation's sign-in, add it: osdu.trusted-hosts=" + seen.host() + ".");
        }
        if (last != null && Refusals.isRejected(page, seen, last.page())) {
            throw Refusals.rejected(page, seen, journey);
        }
        if (page.typesPassword() && passwordSubmitted) {
            throw SignInException.of(
                    Reason.UNKNOWN_PAGE,
                    journey.attempt(),
                    "the page " + journey.here() + " asks for the password again and does not say why. It was not"
                            + " sent a second time, since accounts lock.",
                    "The password is probably wrong; check osdu.password (OSDU_PASSWORD).");
        }
    }

    private boolean isAllowed(PageEntry page) {
        return "osdu.accept-consent".equals(page.allowedBy())
                && profile.signIn().acceptConsent();
    }

    /**
     * Fill the page in and submit it.
     *
     * @return whether it was submitted; if not, nothing left the browser and the page is to be looked at again
     * @throws PageChangedException if the page changed before anything was submitted
     */
    boolean act(PageEntry page, Observation seen) throws InterruptedException {
        for (Map.Entry<String, Credential> field : page.types().entrySet()) {
            Element element = seen.element(field.getKey());
            if (element == null) {
                return false;
            }
            element.type(text(field.getValue()));
        }
        if (!page.types().isEmpty() && expected.await(SETTLE) != null) {
            return false;
        }
        for (Map.Entry<String, Credential> field : page.types().entrySet()) {
            Element element = seen.element(field.getKey());
            if (element == null || !element.holds(text(field.getValue()))) {
                return false; // thrown away by a page that was not ready
            }
        }
        Element button = page.clicks() == null ? null : seen.element(page.clicks());
        if (button == null) {
            return false;
        }
        passwordSubmitted |= page.typesPassword();
        button.click();
        return true;
    }

    private String text(Credential credential) {
        return switch (credential) {
            case USERNAME -> required(profile.user().username(), "osdu.username", "OSDU_USERNAME");
            case PASSWORD -> {
                Secret password = profile.user().password();
                yield required(password == null ? null : password.value(), "osdu.password", "OSDU_PASSWORD");
            }
        };
    }

    private String required(@Nullable String value, String key, String variable) {
        if (value == null) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    journey.attempt(),
                    "the page " + journey.here() + " asks for something that is not configured: " + key + ".",
                    "Set it in the environment as " + variable + ".");
        }
        return value;
    }
}
