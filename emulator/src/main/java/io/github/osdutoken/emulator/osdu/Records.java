package io.github.osdutoken.emulator.osdu;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The records there are. Reads see whole requests' writes record by record; writers take turns. */
final class Records {

    private final Map<String, StoredRecord> records = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final SearchIndex index;

    Records(SearchIndex index) {
        this.index = index;
    }

    /** Run a change that looks first and writes then, while no other change runs. */
    <T> T change(Supplier<T> change) {
        writing.lock();
        try {
            return change.get();
        } finally {
            writing.unlock();
        }
    }

    Optional<StoredRecord> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    List<StoredRecord> findAll(List<String> ids) {
        return ids.stream().distinct().map(this::find).flatMap(Optional::stream).toList();
    }

    /** Put records out of sight whose legal tag is gone. */
    void deactivateUnder(String legalTag) {
        change(() -> {
            List<StoredRecord> hit = all().stream()
                    .filter(record -> record.active()
                            && record.content().legal().legaltags().contains(legalTag))
                    .toList();
            hit.forEach(record -> put(record.deactivated()));
            return hit;
        });
    }

    /** Return the records of a kind, by id, the active or the soft-deleted ones. */
    List<StoredRecord> ofKind(String kind, boolean active) {
        return all().stream()
                .filter(record -> record.active() == active)
                .filter(record -> record.content().kind().equals(kind))
                .toList();
    }

    private List<StoredRecord> all() {
        return records.values().stream()
                .sorted(Comparator.comparing(StoredRecord::id))
                .toList();
    }

    void put(StoredRecord record) {
        records.put(record.id(), record);
        if (record.active()) {
            index.put(record);
        } else {
            index.remove(record.id());
        }
    }

    void remove(String id) {
        records.remove(id);
        index.remove(id);
    }
}
