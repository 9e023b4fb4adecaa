package io.github.osdutoken.emulator;

import java.util.List;
import java.util.Set;

/**
 * A user of the emulated tenant.
 *
 * @param username the user principal name, such as {@code editor@contoso.com}; compared without regard to case
 * @param password the password, a fixture and nobody's secret
 * @param objectId the {@code oid} claim, a GUID
 * @param displayName the {@code name} claim
 * @param groups short names of the OSDU groups the user is in, such as {@code users.datalake.viewers}
 * @param conditions what stands between a right password and the token
 */
public record EmulatorUser(
        String username,
        String password,
        String objectId,
        String displayName,
        List<String> groups,
        Set<Condition> conditions) {

    /** What an administrator, a policy or time has done to an account. */
    public enum Condition {
        /** An administrator disabled the account: AADSTS50057. */
        DISABLED,
        /** The password has expired and must be changed: AADSTS50055. */
        PASSWORD_EXPIRED,
        /** The application requires assignment and the user has none: AADSTS50105. */
        NOT_ASSIGNED
    }

    /** Copy the collections. */
    public EmulatorUser {
        groups = List.copyOf(groups);
        conditions = Set.copyOf(conditions);
    }

    /** Make a user in good standing. */
    public EmulatorUser(String username, String password, String objectId, String displayName, List<String> groups) {
        this(username, password, objectId, displayName, groups, Set.of());
    }

    /** Return the same user with these conditions and no others. */
    public EmulatorUser with(Condition... conditions) {
        return new EmulatorUser(username, password, objectId, displayName, groups, Set.of(conditions));
    }

    /** Tell whether this is the same person, whatever has been changed about them. */
    boolean isSameAs(EmulatorUser other) {
        return objectId.equals(other.objectId);
    }

    /** Return the part of the user name before the {@code @}: the name of the profile that signs in as this user. */
    public String profile() {
        return username.split("@", 2)[0];
    }

    /** Return everything but the password. */
    @Override
    public String toString() {
        return "EmulatorUser[" + username + ", " + objectId + ", groups " + groups + ", conditions " + conditions + "]";
    }
}
