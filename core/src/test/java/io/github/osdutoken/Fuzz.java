package io.github.osdutoken;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Runs one hostile case after another. A case's number is all its randomness comes from, so {@code -Dfuzz.seed=NUMBER}
 * brings it back; {@code -Dfuzz.seconds=N} goes on for so long, see {@code ci/fuzz}.
 */
public final class Fuzz {

    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final long SECONDS = Long.getLong("fuzz.seconds", 0);

    /** Nothing here takes longer, however busy the machine. */
    public static final Duration HANGING = Duration.ofSeconds(20);

    private static final List<String> NASTY = List.of(
            "",
            "\0",
            "\uFEFF",
            "\uD800",
            "%00",
            "%",
            "%zz",
            "null",
            "-1",
            "1e999999999",
            "9".repeat(5000),
            "[".repeat(5000),
            "{\"a\":".repeat(3000),
            "\"",
            "\\u0000",
            "\r\n\r\n",
            "../../../../etc/passwd",
            "http://127.0.0.1:1/",
            "file:///etc/passwd",
            "${jndi:ldap://x}",
            "<script>",
            "a".repeat(70_000));

    private Fuzz() {}

    /** One case. */
    public interface Case {
        void run(Random random) throws Exception;
    }

    /** Run so many cases, or as many as fit into the time that was asked for. */
    public static void run(int cases, Case one) {
        long start = System.nanoTime();
        for (long n = SEED; SECONDS == 0 ? n < SEED + cases : seconds(start) < SECONDS; n++) {
            Random random = new Random(n);
            try {
                assertTimeoutPreemptively(HANGING, () -> one.run(random));
            } catch (Throwable e) {
                throw new AssertionError("Case " + n + " fails; -Dfuzz.seed=" + n + " begins with it", e);
            }
        }
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    /** Return something like a text, but not it. */
    public static String mutated(String text, Random random) {
        return new String(mutated(text.getBytes(StandardCharsets.ISO_8859_1), random), StandardCharsets.ISO_8859_1);
    }

    /** Return something like these bytes, with a few changes of the kinds that break parsers. */
    public static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(mutated.length + 1);
            int end = Math.min(mutated.length, at + random.nextInt(40));
            byte[] part = Arrays.copyOfRange(mutated, at, end);
            byte[] rest = Arrays.copyOfRange(mutated, end, mutated.length);
            byte[] head = Arrays.copyOf(mutated, at);
            mutated = switch (random.nextInt(6)) {
                case 0 -> head; // cut off
                case 1 -> joined(head, rest); // cut out
                case 2 -> joined(head, part, part, rest); // repeated
                case 3 -> joined(head, flipped(part, random), rest);
                case 4 -> joined(head, nasty(random).getBytes(StandardCharsets.UTF_8), rest);
                default -> joined(head, part, noise(random, random.nextInt(20)), rest);
            };
        }
        return mutated;
    }

    /** Return a text that many programs have stumbled over. */
    public static String nasty(Random random) {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    /** Return random bytes. */
    public static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] flipped(byte[] part, Random random) {
        byte[] flipped = part.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
