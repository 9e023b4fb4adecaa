package io.github.osdutoken.emulator.osdu;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which groups a listing is about. */
enum GroupType {
    NONE,
    DATA,
    USER,
    SERVICE;

    static GroupType of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new AppException(400, "Bad Request", "Invalid filter"));
    }

    boolean includes(StoredGroup group) {
        return switch (this) {
            case NONE -> true;
            case DATA -> group.isData();
            case USER -> group.isUsers();
            case SERVICE -> group.isService();
        };
    }
}
