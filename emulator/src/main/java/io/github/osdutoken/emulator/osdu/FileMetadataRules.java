package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record that tells of a file must look like, and what the file service says of one that does not. */
final class FileMetadataRules {

    private static final Set<String> ENDIANS = Set.of("BIG", "LITTLE");

    private FileMetadataRules() {}

    /** Throw unless storage may be asked to keep the record. */
    static void check(RecordDraft draft) {
        JsonNode endian = draft.data() == null ? null : draft.data().get("Endian");
        if (endian != null && !endian.isNull() && !ENDIANS.contains(endian.asText())) {
            throw violations(List.of("Invalid value of " + endian.asText() + " for Endian"));
        }
        List<String> missing = new ArrayList<>();
        addIf(draft.kind() == null, "kind must not be null", missing);
        addIf(draft.acl() == null, "acl must not be null", missing);
        addIf(draft.legal() == null, "legal tag cannot be empty", missing);
        addIf(
                draft.legal() != null
                        && draft.legal().otherRelevantDataCountries().isEmpty(),
                "Record otherRelevantDataCountries cannot be empty",
                missing);
        missingIn(draft.data()).ifPresent(missing::add);
        if (!missing.isEmpty() || draft.kind() == null || draft.acl() == null) {
            throw violations(missing);
        }
        checkWords(draft.kind(), draft.acl());
    }

    private static Optional<String> missingIn(@Nullable ObjectNode data) {
        if (data == null) {
            return Optional.of("data cannot be empty");
        }
        if (!data.path("DatasetProperties").isObject()) {
            return Optional.of("DatasetProperties cannot be empty");
        }
        if (!data.at("/DatasetProperties/FileSourceInfo").isObject()) {
            return Optional.of("FileSourceInfo cannot be null");
        }
        String source = FileData.source(data);
        return source == null || source.isBlank() ? Optional.of("FileSource can not be empty") : Optional.empty();
    }

    private static void checkWords(String kind, Acl acl) {
        List<String> wrong = new ArrayList<>();
        addIf(!RecordId.KIND.matcher(kind).matches(), "Not a valid record kind. Found: " + kind, wrong);
        RecordRules.violation(acl).ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            throw violations(wrong);
        }
        String[] parts = kind.split(":", -1);
        if (!parts[1].equalsIgnoreCase("wks")) {
            throw new AppException(ErrorEnvelope.badRequest("Invalid source in kind"));
        }
        if (!parts[2].equalsIgnoreCase("dataset--File.Generic")) {
            throw new AppException(ErrorEnvelope.badRequest("Invalid entity in kind"));
        }
    }

    private static void addIf(boolean wrong, String message, List<String> messages) {
        if (wrong) {
            messages.add(message);
        }
    }

    private static AppException violations(List<String> messages) {
        return new AppException(ErrorEnvelope.violations(messages));
    }
}
