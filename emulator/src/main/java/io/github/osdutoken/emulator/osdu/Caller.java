package io.github.osdutoken.emulator.osdu;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Who calls, and the groups they are in, directly or through other groups.
 *
 * @param userId the user's id in lower case
 */
record Caller(String userId, List<Group> groups) {

    boolean isIn(String... names) {
        return isInAny(Arrays.asList(names));
    }

    boolean isInAny(Collection<String> names) {
        return groups.stream().anyMatch(group -> names.contains(group.name()));
    }

    /** Tell whether some group is named in an access control list, which spells groups as e-mail addresses. */
    boolean isInAcl(Collection<String> emails) {
        return isInAny(emails.stream().map(email -> email.split("@", 2)[0]).toList());
    }

    boolean isDataRoot() {
        return isIn("users.data.root");
    }

    boolean hasDataGroup() {
        return groups.stream().anyMatch(group -> group.name().startsWith("data."));
    }
}
