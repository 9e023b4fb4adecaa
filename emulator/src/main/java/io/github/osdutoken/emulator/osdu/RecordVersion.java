package io.github.osdutoken.emulator.osdu;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record.
 *
 * @param number microseconds since 1970, or a little more: 16 digits, larger for each write
 * @param modifyUser who wrote it, {@code null} for the first version
 * @param modifyTime when, {@code null} for the first version
 */
record RecordVersion(
        long number,
        RecordContent content,
        @Nullable String modifyUser,
        @Nullable Instant modifyTime) {}
