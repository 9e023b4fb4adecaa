package io.github.osdutoken.emulator.osdu;

import java.util.UUID;
import java.util.regex.Pattern;

/** How record ids and kinds are spelled. */
final class RecordId {

    static final Pattern ID = Pattern.compile("[\\w\\-.]+:[\\w\\-.]+:[\\w\\-.:%]+");
    static final Pattern ID_WITH_VERSION = Pattern.compile("[\\w\\-.]+:[\\w\\-.]+:[\\w\\-.:%]+:[0-9]+");
    static final Pattern KIND = Pattern.compile("[\\w\\-.]+:[\\w\\-.]+:[\\w\\-.]+:[0-9]+.[0-9]+.[0-9]+");

    private RecordId() {}

    static boolean isOf(String partition, String id) {
        return ID.matcher(id).matches() && id.split(":", 2)[0].equalsIgnoreCase(partition);
    }

    /** Throw if a path names a record of another partition, or nothing that could be a record. */
    static void require(String partition, String id) {
        if (!isOf(partition, id)) {
            throw new AppException(
                    400, "Invalid record ID", "The record '" + id + "' does not belong to account '" + partition + "'");
        }
    }

    static String generate(String partition, String kind) {
        return partition + ":" + type(kind) + ":" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Return the part of a kind that says what it is, such as {@code master-data--Well}. */
    static String type(String kind) {
        return kind.split(":", -1)[2];
    }
}
