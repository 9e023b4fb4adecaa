package io.github.osdutoken.totp;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time steps of one key whose codes were given: by this process in memory, by all processes in a file. */
final class UsedSteps {

    private static final Logger LOG = LoggerFactory.getLogger(UsedSteps.class);

    // A literal is one object in the whole JVM, whichever loader loaded this class; a file lock is the whole JVM's too.
    private static final String JVM = "io.github.osdutoken.totp.UsedSteps";

    private static final Map<String, TimeSteps> IN_MEMORY = new HashMap<>();
    private static final Set<Path> WARNED_OF = new HashSet<>();

    private final String fingerprint;
    private final @Nullable StepFile file;

    UsedSteps(String fingerprint, @Nullable Path folder) {
        this.fingerprint = fingerprint;
        this.file = folder == null ? null : new StepFile(folder, fingerprint);
    }

    StepState look(long step) {
        return check(step, false);
    }

    /** Mark a free step as used; the state is the one before. */
    StepState take(long step) {
        return check(step, true);
    }

    private StepState check(long step, boolean take) {
        synchronized (JVM) {
            TimeSteps ours = IN_MEMORY.computeIfAbsent(fingerprint, key -> new TimeSteps());
            StepState state = ours.contains(step) ? StepState.USED : checkFile(step, take);
            if (take && state == StepState.FREE) {
                ours.add(step);
            }
            return state;
        }
    }

    private StepState checkFile(long step, boolean take) {
        if (file == null) {
            return StepState.FREE;
        }
        try {
            return file.check(step, take);
        } catch (ClosedByInterruptException e) {
            // Says nothing about the folder. The thread stays interrupted, and its owner knows what that means.
            return StepState.BUSY;
        } catch (IOException e) {
            if (WARNED_OF.add(file.folder())) {
                LOG.warn(
                        "Which one-time codes were used cannot be kept in {} ({}: {}), and is remembered in this process"
                                + " only. Another process may give the same code, which is then rejected. Name a"
                                + " folder that can be written to with osdu.cache-dir.",
                        file.folder(),
                        e.getClass().getSimpleName(),
                        e.getMessage());
            }
            return StepState.FREE;
        }
    }
}
