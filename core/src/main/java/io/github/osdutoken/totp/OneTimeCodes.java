package io.github.osdutoken.totp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one-time codes of a software token, each given once (RFC 6238, section 5.2: a verifier rejects the second use),
 * and none in the last seconds of its time step, when it would expire while it is typed.
 *
 * <p>Nothing here waits. Ask for a code when it is about to be typed; when there is none, wait for
 * {@link #untilNext()} and ask again, within a deadline that has room for a whole time step, mostly 30 seconds. After a
 * rejection as duplicate do the same: the step is used up, and the next code is another one.
 *
 * <p>Safe for use by several threads, and by several instances for one token.
 *
 * @since 0.1
 */
public final class OneTimeCodes {

    /** Typing and sending take a moment; others that sign in at Entra ID wait at 5 seconds, too. */
    private static final Duration TOO_LATE = Duration.ofSeconds(5);

    /** A code that was not sent yet may be typed again until then. */
    private static final Duration TOO_LATE_AGAIN = Duration.ofSeconds(2);

    /** Others hold the file for a few milliseconds. */
    private static final Duration SOON = Duration.ofMillis(50);

    private final TotpKey key;
    private final UsedSteps used;
    private final Clock clock;

    private OneTimeCodes(TotpKey key, @Nullable Path folder, Clock clock) {
        this.key = key;
        this.used = new UsedSteps(key.fingerprint(), folder);
        this.clock = clock;
    }

    /**
     * Give codes that no other process gives which uses the same folder. The folder gets a small file for each key with
     * the numbers of the time steps used last; its name and content tell nothing about key, user or code. When the
     * folder cannot be written to, a warning is logged, once, and this process alone is watched over.
     *
     * @param key the key
     * @param cacheFolder the cache folder; a sub-folder {@code totp} is used, and made if need be
     * @param clock the machine's clock, in which a test may set the time
     * @return its codes
     */
    public static OneTimeCodes acrossProcesses(TotpKey key, Path cacheFolder, Clock clock) {
        return new OneTimeCodes(key, cacheFolder.resolve("totp"), clock);
    }

    /**
     * Give codes that nobody else in this process gives, without a trace on disk.
     *
     * @param key the key
     * @param clock the machine's clock, in which a test may set the time
     * @return its codes
     */
    public static OneTimeCodes inThisProcess(TotpKey key, Clock clock) {
        return new OneTimeCodes(key, null, clock);
    }

    /**
     * Give the code of the current time step, to be typed at once.
     *
     * @return the code, never to be given again; empty when it was given already or is about to expire
     */
    public Optional<OneTimeCode> take() {
        Instant now = clock.instant();
        long step = key.stepAt(now);
        return isTooLate(now) || used.take(step) != StepState.FREE ? Optional.empty() : Optional.of(key.codeOf(step));
    }

    /**
     * Tell whether a code may still be typed: once more where it was typed already, and never sent.
     *
     * @param code one that was taken here
     * @return whether it is the current time step's, and not about to expire
     */
    public boolean isCurrent(OneTimeCode code) {
        Instant now = clock.instant();
        return untilNextStep(now).compareTo(TOO_LATE_AGAIN) >= 0 && code.equals(key.codeOf(key.stepAt(now)));
    }

    /**
     * Tell how long to wait before {@link #take()} is worth a call. Another process may be quicker then.
     *
     * @return zero when there is a code now
     */
    public Duration untilNext() {
        Instant now = clock.instant();
        if (isTooLate(now)) {
            return untilNextStep(now);
        }
        return switch (used.look(key.stepAt(now))) {
            case FREE -> Duration.ZERO;
            case BUSY -> SOON;
            case USED -> untilNextStep(now);
        };
    }

    private boolean isTooLate(Instant now) {
        return untilNextStep(now).compareTo(TOO_LATE) < 0;
    }

    private Duration untilNextStep(Instant now) {
        return Duration.between(now, key.startOf(key.stepAt(now) + 1));
    }
}
