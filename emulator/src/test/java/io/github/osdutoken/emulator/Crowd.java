package io.github.osdutoken.emulator;

import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Users named after what stands before them, so that tests can share an emulator. */
final class Crowd {

    private Crowd() {}

    static EmulatorUser with(Condition... conditions) {
        String name = Arrays.stream(conditions)
                .map(condition -> condition.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("."));
        String objectId =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return new EmulatorUser(name + "@contoso.com", "Pass & word-1", objectId, "Carla Crowd", List.of("users"))
                .with(conditions);
    }

    /** Return a builder with one user for each condition but the one that puts a page before everybody. */
    static EmulatorBuilder everybody() {
        EmulatorBuilder builder = Emulator.builder();
        for (Condition condition : Condition.values()) {
            if (condition != Condition.ACCOUNT_REMEMBERED) {
                builder.user(with(condition));
            }
        }
        return builder;
    }
}
