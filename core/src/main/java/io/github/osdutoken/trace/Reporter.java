package io.github.osdutoken.trace;

import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.aadsts.AadstsCodes;
import io.github.osdutoken.browser.ConsoleEntry;
import io.github.osdutoken.browser.FailedLoad;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the report together from what was met. */
final class Reporter {

    private static final int MOST_LINES = 200;

    private final Profile profile;
    private final ZonedDateTime start;
    private final Duration browserReady;
    private final Duration took;
    private final String browser;

    Reporter(Profile profile, ZonedDateTime start, Duration browserReady, Duration took, String browser) {
        this.profile = profile;
        this.start = start;
        this.browserReady = browserReady;
        this.took = took;
        this.browser = browser;
    }

    Report report(@Nullable Throwable failure, Film film, List<ConsoleEntry> console, List<FailedLoad> failedLoads) {
        String[] message = message(failure);
        return new Report(
                failure == null ? "succeeded" : "failed",
                failure instanceof SignInException refused ? refused.reason().name() : null,
                headline(failure),
                message[0],
                message[1],
                profile.user().toString(),
                profile.issuer().toString(),
                start.truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                took.toMillis(),
                browserReady.toMillis(),
                pages(film, failure),
                film.dropped(),
                failedLoads.stream()
                        .map(load -> new Report.Load(load.type(), load.address(), load.why()))
                        .toList(),
                console.stream()
                        .skip(Math.max(0, console.size() - MOST_LINES))
                        .map(this::line)
                        .toList(),
                Settings.of(profile, browser));
    }

    private List<Report.Page> pages(Film film, @Nullable Throwable failure) {
        List<Frame> frames = film.frames();
        List<Report.Page> pages = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            boolean last = i == frames.size() - 1;
            Duration until = last ? took : frames.get(i + 1).arrived;
            pages.add(new Report.Page(
                    i + 1,
                    frame.page != null ? frame.page : frame.seen.isBrowserError() ? "not loaded" : "unknown page",
                    frame.page != null,
                    last,
                    orNull(frame.seen.pageId()),
                    Address.scrub(frame.address),
                    frame.arrived.toMillis(),
                    Math.max(0, until.minus(frame.arrived).toMillis()),
                    done(frame, last ? failure : null),
                    errorCode(frame),
                    orNull(frame.seen.correlationId()),
                    frame.picture == null ? null : frame.pictureName(i + 1)));
        }
        return pages;
    }

    private static List<Report.Step> done(Frame frame, @Nullable Throwable failure) {
        List<Report.Step> done = new ArrayList<>(frame.done);
        if (failure instanceof SignInException refused) {
            done.add(new Report.Step("ended here: " + refused.reason(), null));
        } else if (done.isEmpty()) {
            done.add(new Report.Step("waited", null));
        }
        return done;
    }

    private Report.Line line(ConsoleEntry entry) {
        return new Report.Line(
                Math.max(0, Duration.between(start.toInstant(), entry.at()).toMillis()),
                entry.level().toLowerCase(Locale.ROOT),
                entry.message());
    }

    private String headline(@Nullable Throwable failure) {
        return failure == null
                ? "Signed in"
                : failure instanceof SignInException refused
                        ? inWords(refused.reason().name())
                        : "Defect";
    }

    /** Return what was attempted, and the rest. */
    private String[] message(@Nullable Throwable failure) {
        String attempted = "Signing in " + profile.user() + " at " + profile.issuer();
        if (failure == null) {
            return new String[] {attempted, "The issuer gave tokens."};
        }
        if (!(failure instanceof SignInException)) {
            return new String[] {attempted, failure.getClass().getName()};
        }
        String message = String.valueOf(failure.getMessage());
        int end = message.indexOf(" failed: ");
        if (end < 0) {
            return new String[] {attempted, message};
        }
        String rest = message.substring(end + " failed: ".length());
        return new String[] {message.substring(0, end), Character.toUpperCase(rest.charAt(0)) + rest.substring(1)};
    }

    private static String inWords(String reason) {
        String words = reason.toLowerCase(Locale.ROOT).replace('_', ' ').replace("mfa", "MFA");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Return the page's AADSTS number; a healthy page carries one, too, that means nothing. */
    private static @Nullable String errorCode(Frame frame) {
        return AadstsCodes.in(frame.seen.errorText())
                .or(() -> Optional.of(frame.seen.errorCode())
                        .filter(code -> code.matches("\\d{5,9}"))
                        .flatMap(code -> AadstsCodes.find(Integer.parseInt(code))))
                .filter(code -> !code.informational())
                .map(code -> "AADSTS" + code.number())
                .orElse(null);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
