package io.github.osdutoken.emulator.osdu;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What records must look like before storage looks anything up, and what it says of those that do not. */
final class RecordRules {

    private static final int MAX_RECORDS = 500;
    private static final int MAX_ID_BYTES = 512;
    private static final Pattern DATA_GROUP =
            Pattern.compile("data\\.[a-zA-Z0-9_+&*-]+(?:\\.[a-zA-Z0-9_+&*-]+)*@(?:[a-zA-Z0-9-]+\\.)+[a-zA-Z]{2,7}");

    private final String partition;

    RecordRules(String partition) {
        this.partition = partition;
    }

    void check(List<RecordDraft> drafts) {
        List<String> violations = new ArrayList<>();
        if (drafts.isEmpty()) {
            violations.add("must not be empty");
        } else if (drafts.size() > MAX_RECORDS) {
            violations.add("Up to 500 records can be ingested at a time");
        }
        drafts.forEach(draft -> checkContent(draft, violations));
        if (!violations.isEmpty()) {
            throw AppException.violations(violations);
        }
        drafts.forEach(draft -> checkKind(draft.kind()));
        checkIds(drafts);
    }

    private static void checkContent(RecordDraft draft, List<String> violations) {
        if (draft.acl() == null) {
            violations.add("Record ACL cannot be empty");
        } else {
            violation(draft.acl()).ifPresent(violations::add);
        }
        if (draft.data() == null || draft.data().isEmpty()) {
            violations.add("Record data cannot be empty");
        }
        if (draft.legal() != null && draft.legal().otherRelevantDataCountries().isEmpty()) {
            violations.add("Record otherRelevantDataCountries cannot be empty");
        }
        if (!draft.parents().isEmpty()) {
            draft.parents().forEach(parent -> checkParent(parent, violations));
        } else if (draft.legal() == null || draft.legal().legaltags().isEmpty()) {
            violations.add("Record legaltags cannot be empty");
        }
    }

    /** Return what is wrong with an access control list, if something is. */
    static Optional<String> violation(Acl acl) {
        if (acl.viewers().isEmpty()) {
            return Optional.of("Record acl.viewers cannot be empty");
        }
        if (acl.owners().isEmpty()) {
            return Optional.of("Record acl.owners cannot be empty");
        }
        return acl.all()
                .filter(group -> !DATA_GROUP.matcher(group).matches())
                .findFirst()
                .map(group -> "Invalid group name '" + group + "'");
    }

    private static void checkParent(String parent, List<String> violations) {
        if (!RecordId.ID.matcher(parent).matches()) {
            violations.add("Invalid parent record format: '" + parent
                    + "'. The following format is expected: {record-id}:{record-version}");
        } else if (!RecordId.ID_WITH_VERSION.matcher(parent).matches()) {
            violations.add("Invalid parent record version: '" + parent + "'. Record version must be a numeric value");
        }
    }

    private static void checkKind(@Nullable String kind) {
        if (kind == null || kind.isEmpty()) {
            throw new AppException(400, "Bad request", "Must have valid kind");
        }
        if (!RecordId.KIND.matcher(kind).matches()) {
            throw new AppException(
                    400,
                    "Invalid kind",
                    "Invalid kind: '" + kind + "', does not follow the required naming convention");
        }
    }

    private void checkIds(List<RecordDraft> drafts) {
        Set<String> ids = new HashSet<>();
        for (RecordDraft draft : drafts) {
            String id = draft.id();
            if (id == null || id.isEmpty() || draft.kind() == null) {
                continue;
            }
            if (!ids.add(id)) {
                throw new AppException(
                        400,
                        "Bad request",
                        "Cannot update the same record multiple times in the same request. Id: " + id);
            }
            if (!RecordId.isOf(partition, id)) {
                throw invalidId(
                        "The record '" + id + "' does not follow the naming convention: The record id must be in the"
                                + " format of <tenantId>:<kindSubType>:<uniqueId>. Example: " + partition + ":"
                                + RecordId.type(draft.kind()) + ":<uuid>");
            }
            if (id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
                throw invalidId("The record '" + id + "' does not follow the record id size convention: The record id"
                        + " must be no longer than " + MAX_ID_BYTES + " bytes");
            }
        }
    }

    private static AppException invalidId(String message) {
        return new AppException(400, "Invalid record id", message);
    }
}
