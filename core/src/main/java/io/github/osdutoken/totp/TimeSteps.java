package io.github.osdutoken.totp;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Time steps whose codes were given. Not just the last one: a clock that is set back must not bring codes back, and a
 * step from a clock that was ahead must not hold up the codes of today.
 */
final class TimeSteps {

    /** Ten minutes of codes. */
    private static final int MOST = 20;

    private final Deque<Long> steps = new ArrayDeque<>();

    TimeSteps() {}

    private TimeSteps(Collection<Long> steps) {
        this.steps.addAll(steps);
    }

    /** Read what {@link #toString()} wrote; empty when it is something else. */
    static Optional<TimeSteps> parse(String text) {
        String[] lines = text.split("\n", -1);
        boolean ours = lines.length >= 2
                && lines.length <= MOST + 1
                && lines[lines.length - 1].isEmpty()
                && Arrays.stream(lines).limit(lines.length - 1).allMatch(line -> line.matches("-?\\d{1,18}"));
        return ours
                ? Optional.of(new TimeSteps(Arrays.stream(lines)
                        .limit(lines.length - 1)
                        .map(Long::valueOf)
                        .toList()))
                : Optional.empty();
    }

    boolean contains(long step) {
        return steps.contains(step);
    }

    void add(long step) {
        steps.addLast(step);
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
    }

    /** One step a line, the last given last. */
    @Override
    public String toString() {
        return steps.stream().flatMap(step -> Stream.of(step.toString(), "\n")).collect(Collectors.joining());
    }
}
