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

    /** Throw unless the caller may change a group and see who is in it. */
    void requireOwner(StoredGroup group) {
        if (!owns(group)) {
            throw new AppException(AppError.unauthorized("Not authorized to manage members"));
        }
    }

    boolean owns(StoredGroup group) {
        return isIn("users.datalake.ops")
                || ((group.isData() || group.isUsers()) && isDataRoot())
                || group.members().get(userId) == Role.OWNER;
    }
}
