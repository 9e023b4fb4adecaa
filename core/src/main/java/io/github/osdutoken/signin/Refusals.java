package io.github.osdutoken.signin;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.aadsts.AadstsCode;
import io.github.osdutoken.aadsts.AadstsCodes;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.signin.PageEntry.Credential;
import io.github.osdutoken.totp.ClockSkew;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from a page why it refuses. The number is looked up; the page's own words are in its user's language. */
final class Refusals {

    private Refusals() {}

    /** Tell whether the page says that what was typed is refused. */
    static boolean shows(PageEntry page, Observation seen) {
        return page.rejected().stream().anyMatch(seen::shows);
    }

    /** Tell whether a page that came anew is the answer "no" to what was submitted on the page before. */
    static boolean isRejected(PageEntry page, Observation seen, PageEntry before) {
        boolean again = page.page().equals(before.page());
        return again && (shows(page, seen) || number(seen).isPresent());
    }

    static SignInException rejected(PageEntry page, Observation seen, Journey journey) {
        String found = "the page " + journey.here() + " refuses the ";
        if (page.types(Credential.TOTP)) {
            return SignInException.of(
                    Reason.MFA_REJECTED,
                    journey.attempt(),
                    found + (seen.usedCode() ? "one-time code as used before" : "one-time code") + correlation(seen)
                            + ".",
                    seen.usedCode()
                            ? "Somebody else signs this user in at the same time: give each job a user of its own, or let"
                                    + " jobs share the token cache."
                            : skew(seen) + "Check osdu.totp-secret (OSDU_TOTP_SECRET) and this machine's clock.");
        }
        String typed = page.types(Credential.PASSWORD) ? "user name and password" : "user name";
        return number(seen)
                .map(code -> explained(code, seen, journey))
                .orElseGet(() -> SignInException.of(
                        Reason.INVALID_CREDENTIALS,
                        journey.attempt(),
                        found + typed + correlation(seen) + ".",
                        "Check osdu.username and osdu.password. They will not be sent again until they change."
                                + (page.hint() == null ? "" : " " + page.hint())));
    }

    static SignInException refused(Refusal refusal, Observation seen, Journey journey) {
        String text = Stream.concat(
                        Stream.of(seen.errorText()),
                        refusal.details().stream()
                                .map(seen::element)
                                .filter(Objects::nonNull)
                                .flatMap(element -> element.text().stream()))
                .collect(Collectors.joining(" "));
        Optional<AadstsCode> code = AadstsCodes.in(text).or(() -> number(seen));
        // An error page is all number; other pages have a meaning of their own, which the number only goes with.
        if (!refusal.details().isEmpty() && code.filter(AadstsCode::known).isPresent()) {
            return explained(code.get(), seen, journey);
        }
        return SignInException.of(
                refusal.reason(),
                journey.attempt(),
                refusal.found(seen)
                        + code.map(number -> " It carries AADSTS" + number.number() + ".")
                                .orElse("")
                        + correlation(seen),
                refusal.next());
    }

    /** Return the page's AADSTS number when it stands for a failure; a healthy first page carries one, too. */
    private static Optional<AadstsCode> number(Observation seen) {
        return Optional.of(seen.errorCode())
                .filter(code -> code.matches("\\d{5,9}"))
                .flatMap(code -> AadstsCodes.find(Integer.parseInt(code)))
                .filter(code -> !code.informational());
    }

    private static SignInException explained(AadstsCode code, Observation seen, Journey journey) {
        return SignInException.of(
                code.reason(),
                journey.attempt(),
                "Entra ID says AADSTS" + code.number() + ": " + code.cause() + correlation(seen),
                code.mend());
    }

    private static String correlation(Observation seen) {
        return seen.correlationId().isEmpty() ? "" : " (correlation id " + seen.correlationId() + ")";
    }

    /** Codes are made of the time, so say so when the two clocks disagree. */
    private static String skew(Observation seen) {
        return Optional.ofNullable(seen.serverTime())
                .flatMap(time -> ClockSkew.describe(time.date(), time.receivedAt()))
                .map(sentence -> sentence + " ")
                .orElse("");
    }
}
