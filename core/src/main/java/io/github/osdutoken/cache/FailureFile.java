package io.github.osdutoken.cache;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user's sign-ins were refused for lately, where other processes see it: sealed with the very credentials that
 * were refused, so that changed ones neither find it nor are told by it.
 *
 * @param files the user's files
 * @param account the user, with the credentials that are tried
 */
record FailureFile(AccountFiles files, Account account) {

    private static final String SUFFIX = ".failures";
    private static final byte[] IDENTITY = Fields.ofTexts("failures");
    private static final int MOST = 32;

    /** One refusal. */
    record Line(
            String attempt,
            Instant at,
            Instant until,
            Reason reason,
            String message,
            @Nullable Path trace) {

        private static final int FIELDS = 6;

        boolean holdsAt(Instant now, Duration longest) {
            // An end that is farther away than any we write was written by a clock that was wrong.
            return now.isBefore(until) && !until.isAfter(now.plus(longest));
        }

        SignInException again() {
            return SignInException.remembered(
                    reason,
                    "Not tried again before " + until + ", since it failed at " + at
                            + " in another process ('osdu-token cache clear' has that forgotten): " + message,
                    trace);
        }

        private byte[] bytes() {
            return Fields.ofTexts(
                    attempt,
                    at.toString(),
                    until.toString(),
                    reason.name(),
                    message,
                    trace == null ? "" : trace.toString());
        }

        private static Line parse(byte[] bytes) throws UnreadableFileException {
            List<String> texts = Fields.splitTexts(bytes, FIELDS);
            try {
                return new Line(
                        texts.get(0),
                        Instant.parse(texts.get(1)),
                        Instant.parse(texts.get(2)),
                        Reason.valueOf(texts.get(3)),
                        texts.get(4),
                        texts.get(5).isEmpty() ? null : Path.of(texts.get(5)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new UnreadableFileException("it is of another version");
            }
        }
    }

    Optional<Line> find(List<Attempt> attempts, Instant now, Duration longest) {
        List<String> wanted = attempts.stream().map(Attempt::fingerprint).toList();
        return lines().stream()
                .filter(line -> line.holdsAt(now, longest) && wanted.contains(line.attempt()))
                .findFirst();
    }

    /** Add a refusal; the lock is held. */
    void add(Line line, Instant now, Duration longest) {
        List<Line> lines = new ArrayList<>(List.of(line));
        lines().stream()
                .filter(other -> other.holdsAt(now, longest) && !other.attempt().equals(line.attempt()))
                .limit(MOST - 1)
                .forEach(lines::add);
        files.write(
                account,
                SUFFIX,
                IDENTITY,
                new SealedFile(account.issuer(), "", now),
                Fields.of(lines.stream().map(Line::bytes).toArray(byte[][]::new)));
    }

    private List<Line> lines() {
        return files.read(account, SUFFIX, IDENTITY, (storedAt, content) -> {
                    List<Line> lines = new ArrayList<>();
                    for (byte[] one : Fields.split(content)) {
                        lines.add(Line.parse(one));
                    }
                    return lines;
                })
                .orElse(List.of());
    }
}
