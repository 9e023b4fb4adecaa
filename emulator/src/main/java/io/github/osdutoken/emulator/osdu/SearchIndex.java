package io.github.osdutoken.emulator.osdu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What search can find: the active records, as they were some time ago. */
final class SearchIndex {

    private final Map<String, StoredRecord> visible = new LinkedHashMap<>();
    private final Deque<Change> pending = new ArrayDeque<>();
    private final Clock clock;
    private final Duration delay;

    SearchIndex(Clock clock, Duration delay) {
        this.clock = clock;
        this.delay = delay;
    }

    synchronized void put(StoredRecord record) {
        pending.add(new Change(clock.instant().plus(delay), record.id(), record));
    }

    synchronized void remove(String id) {
        pending.add(new Change(clock.instant().plus(delay), id, null));
    }

    /** Return the records that can be found now, in the order they came. */
    synchronized List<StoredRecord> records() {
        Instant now = clock.instant();
        for (Change next = pending.peek(); next != null && !next.due().isAfter(now); next = pending.peek()) {
            if (next.record() == null) {
                visible.remove(next.id());
            } else {
                visible.put(next.id(), next.record());
            }
            pending.remove();
        }
        return List.copyOf(visible.values());
    }

    private record Change(Instant due, String id, @Nullable StoredRecord record) {}
}
