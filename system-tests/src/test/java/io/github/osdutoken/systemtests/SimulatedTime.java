package io.github.osdutoken.systemtests;

import static net.bytebuddy.matcher.ElementMatchers.isDefaultConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;

import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;

/**
 * The time of this whole JVM, apart from the machine's: what the product, its libraries and the tests in it take for now.
 * An agent puts it where {@code java.time} and {@link Date} read it; waits, which go by another clock, are real.
 */
@SuppressWarnings("JavaUtilDate") // libraries use it
public final class SimulatedTime {

    /** A system property, since what is put into {@code java.base} sees no class of ours; in milliseconds. */
    private static final String AHEAD = "soak.ahead";

    private SimulatedTime() {}

    /** Be this JVM's agent. */
    public static void premain(String argument, Instrumentation jvm) {
        // Made before, since that loads the classes which are changed.
        Advice clocks = Advice.to(OfClocks.class);
        Advice dates = Advice.to(OfDates.class);
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .ignore(none())
                .type(named("java.time.Clock"))
                .transform(
                        (type, description, loader, module, domain) -> type.visit(clocks.on(named("currentInstant"))))
                .type(named("java.util.Date"))
                .transform((type, description, loader, module, domain) -> type.visit(dates.on(isDefaultConstructor())))
                .installOn(jvm);
    }

    /** Let it be so much later than the machine says; earlier when negative. */
    static void ahead(Duration by) {
        Instant machine = Instant.now().minusMillis(Long.getLong(AHEAD, 0L));
        System.setProperty(AHEAD, Long.toString(by.toMillis()));
        mustDifferBy(by, Duration.between(machine, Instant.now()));
        mustDifferBy(by, Duration.between(machine, new Date().toInstant()));
    }

    private static void mustDifferBy(Duration wanted, Duration found) {
        if (found.minus(wanted).abs().compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalStateException("The time cannot be set: this JVM runs without its agent; see ci/soak");
        }
    }

    /** What {@code java.time.Clock} takes for now. */
    static final class OfClocks {

        private OfClocks() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Instant now) {
            now = now.plusMillis(Long.getLong("soak.ahead", 0L));
        }
    }

    /** What a new {@link Date} takes for now. */
    static final class OfDates {

        private OfDates() {}

        @Advice.OnMethodExit
        static void exit(@Advice.This Date now) {
            now.setTime(now.getTime() + Long.getLong("soak.ahead", 0L));
        }
    }
}
