package io.github.osdutoken.emulator.osdu;

import java.util.Locale;
import java.util.regex.Pattern;

/** How groups are addressed in paths and access control lists. */
final class GroupAddress {

    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9+_.-]{1,256}@[A-Za-z0-9+_.-]{1,256}");

    private GroupAddress() {}

    /** Return the short name of the group a path addresses, or throw if it can be none of this partition. */
    static String name(String email, String domain) {
        if (!EMAIL.matcher(email).matches()) {
            throw new AppException(400, "Bad Request", "Invalid email provided");
        }
        if (!email.endsWith("@" + domain)) {
            throw new AppException(
                    400,
                    "Bad Request",
                    "Wrong partition domain for email: 'DataPartitionId.Domain' pattern should be used. Data Partition"
                            + " Id should match with the group.");
        }
        return email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT);
    }
}
