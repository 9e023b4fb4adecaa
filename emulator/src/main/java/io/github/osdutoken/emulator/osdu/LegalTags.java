package io.github.osdutoken.emulator.osdu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The legal tags there are. */
final class LegalTags {

    private final Map<String, LegalTag> tags = new ConcurrentSkipListMap<>();
    private final String prefix;
    private final LegalTagRules rules;

    LegalTags(String partition, LegalTagRules rules) {
        this.prefix = partition + "-";
        this.rules = rules;
    }

    LegalTag create(LegalTag.Draft draft) {
        String name = draft.name() == null ? "" : draft.name();
        throwIfAny(rules.violations(draft.named(name)));
        LegalTag tag = draft.named(prefixed(name));
        throwIfAny(rules.violations(tag));
        if (tags.putIfAbsent(tag.name(), tag) != null) {
            throw new AppException(409, "Conflict", "A LegalTag already exists for the given name " + tag.name());
        }
        return tag;
    }

    LegalTag update(LegalTagUpdate update) {
        String name = update.name() == null ? "" : update.name();
        throwIfAny(rules.nameViolations(name));
        LegalTag updated = tags.computeIfPresent(prefixed(name), (key, tag) -> {
            LegalTag changed = update.appliedTo(tag);
            throwIfAny(rules.violations(changed));
            return changed;
        });
        if (updated == null) {
            throw new AppException(
                    404, "Not found", "Cannot update a LegalTag that does not exist for given name " + name);
        }
        return updated;
    }

    Optional<LegalTag> find(String name) {
        throwIfAny(rules.nameViolations(name));
        return Optional.ofNullable(tags.get(prefixed(name)));
    }

    /** Remove a tag, if it is there, and return its full name. */
    String delete(String name) {
        throwIfAny(rules.nameViolations(name));
        tags.remove(prefixed(name));
        return prefixed(name);
    }

    void requireNames(List<String> names) {
        names.forEach(name -> throwIfAny(rules.nameViolations(name)));
    }

    List<LegalTag> list(boolean valid) {
        return tags.values().stream()
                .filter(tag -> rules.violations(tag).isEmpty() == valid)
                .toList();
    }

    /** Say why data may not have this tag, or nothing. Here, other than elsewhere, the prefix is not supplied. */
    Optional<String> invalidity(String name) {
        LegalTag tag = tags.get(name);
        if (tag == null) {
            return Optional.of("LegalTag not found");
        }
        List<String> violations = rules.violations(tag);
        return violations.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", violations));
    }

    private String prefixed(String name) {
        return name.startsWith(prefix) ? name : prefix + name;
    }

    private static void throwIfAny(List<String> violations) {
        if (!violations.isEmpty()) {
            throw AppException.violations(violations);
        }
    }
}
