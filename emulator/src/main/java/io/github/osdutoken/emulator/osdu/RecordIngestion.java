package io.github.osdutoken.emulator.osdu;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Creates records and adds versions to them: all of a request or nothing. */
final class RecordIngestion {

    private final AtomicLong lastVersion = new AtomicLong();
    private final Records records;
    private final LegalTags tags;
    private final Entitlements entitlements;
    private final String partition;
    private final RecordRules rules;
    private final Clock clock;

    RecordIngestion(Records records, LegalTags tags, Entitlements entitlements, String partition, Clock clock) {
        this.records = records;
        this.tags = tags;
        this.entitlements = entitlements;
        this.partition = partition;
        this.rules = new RecordRules(partition);
        this.clock = clock;
    }

    Result put(List<RecordDraft> drafts, boolean skipDuplicates, Caller caller) {
        rules.check(drafts);
        if (!drafts.stream().allMatch(this::hasAclOfThisPartition)) {
            throw new AppException(400, "Invalid ACL", "Acl not match with tenant or domain");
        }
        return records.change(() -> {
            checkAgainstWhatIsThere(drafts, caller);
            return write(drafts, skipDuplicates, caller);
        });
    }

    /** Change all but the data of the latest version, which stays the latest. */
    void overwrite(StoredRecord record, RecordDraft draft, Caller caller) {
        rules.check(List.of(draft));
        if (!hasAclOfThisPartition(draft)) {
            throw new AppException(400, "Invalid ACL", "Acl not match with tenant or domain");
        }
        checkLegal(draft);
        checkGroups(draft);
        records.put(record.withLatest(new RecordVersion(
                record.latest().number(), draft.content(legal(draft)), caller.userId(), clock.instant())));
    }

    private boolean hasAclOfThisPartition(RecordDraft draft) {
        return draft.acl() != null && draft.acl().all().allMatch(entitlements::isOfThisPartition);
    }

    private void checkGroups(RecordDraft draft) {
        if (draft.acl() != null) {
            draft.acl()
                    .all()
                    .filter(email -> !entitlements.hasGroup(email))
                    .findFirst()
                    .ifPresent(email -> {
                        throw new AppException(
                                400, "Error on writing record", "Could not find group \"" + email + "\".");
                    });
        }
    }

    private void checkAgainstWhatIsThere(List<RecordDraft> drafts, Caller caller) {
        drafts.forEach(this::parents);
        List<StoredRecord> existing =
                drafts.stream().map(this::existing).flatMap(Optional::stream).toList();
        if (!existing.stream().allMatch(record -> record.content().acl().isReadableBy(caller))) {
            throw new AppException(AppError.accessDenied(403));
        }
        drafts.forEach(this::checkLegal);
        if (!existing.stream().allMatch(record -> record.content().acl().isWritableBy(caller))) {
            throw new AppException(403, "User Unauthorized", "User is not authorized to update records.");
        }
        drafts.forEach(this::checkGroups);
    }

    private void checkLegal(RecordDraft draft) {
        Legal legal = draft.legal() == null ? Legal.NONE : draft.legal();
        for (String tag : legal.legaltags()) {
            if (tags.invalidity(tag).isPresent()) {
                throw new AppException(400, "Invalid legal tags", "Invalid legal tags: " + tag);
            }
        }
        for (String country : legal.otherRelevantDataCountries()) {
            if (!Countries.mayBeRelevant(country)) {
                throw new AppException(
                        400, "Invalid other relevant data countries", "The country code '" + country + "' is invalid");
            }
        }
    }

    private Result write(List<RecordDraft> drafts, boolean skipDuplicates, Caller caller) {
        Instant now = clock.instant();
        long version = lastVersion.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() * 1000));
        List<String> ids = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (RecordDraft draft : drafts) {
            RecordContent content = draft.content(legal(draft));
            Optional<StoredRecord> existing = existing(draft);
            if (skipDuplicates
                    && existing.filter(record ->
                                    record.active() && record.content().equals(content))
                            .isPresent()) {
                skipped.add(existing.get().id());
                continue;
            }
            StoredRecord written = existing.map(
                            record -> record.with(new RecordVersion(version, content, caller.userId(), now)))
                    .orElseGet(() -> new StoredRecord(
                            idOf(draft, content.kind()),
                            caller.userId(),
                            now,
                            true,
                            List.of(new RecordVersion(version, content, null, null))));
            records.put(written);
            ids.add(written.id());
        }
        return new Result(
                drafts.size(),
                ids.isEmpty() ? null : ids,
                skipped,
                ids.isEmpty()
                        ? null
                        : ids.stream().map(id -> id + ":" + version).toList());
    }

    private Optional<StoredRecord> existing(RecordDraft draft) {
        return draft.id() == null ? Optional.empty() : records.find(draft.id());
    }

    private String idOf(RecordDraft draft, String kind) {
        return draft.id() == null || draft.id().isEmpty() ? RecordId.generate(partition, kind) : draft.id();
    }

    private Legal legal(RecordDraft draft) {
        Legal legal = draft.legal() == null ? Legal.NONE : draft.legal();
        for (StoredRecord parent : parents(draft)) {
            legal = legal.inheriting(parent.content().legal());
        }
        return legal;
    }

    private List<StoredRecord> parents(RecordDraft draft) {
        return draft.parents().stream().map(this::parent).toList();
    }

    private StoredRecord parent(String idAndVersion) {
        int colon = idAndVersion.lastIndexOf(':');
        String id = idAndVersion.substring(0, colon);
        String version = idAndVersion.substring(colon + 1);
        StoredRecord parent = records.find(id)
                .orElseThrow(() -> new AppException(
                        404,
                        "Record not found",
                        "The record 'RecordIdWithVersion(recordId=" + id + ", recordVersion=" + version
                                + ")' was not found"));
        if (parent.versions().stream().noneMatch(v -> Long.toString(v.number()).equals(version))) {
            throw new AppException(
                    404,
                    "RecordMetadata version not found",
                    "The RecordMetadata version " + version + " for parent record '" + id + "' was not found");
        }
        return parent;
    }

    /** What was written, {@code null} where nothing was. */
    record Result(
            int recordCount,
            @Nullable List<String> recordIds,
            List<String> skippedRecordIds,
            @Nullable List<String> recordIdVersions) {

        List<String> written() {
            return recordIdVersions == null ? List.of() : recordIdVersions;
        }
    }
}
