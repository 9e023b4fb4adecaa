package io.github.osdutoken.junit;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** What came of the test cases an engine ran. */
final class Outcome {

    private Outcome() {}

    /** Return how many tests passed, after making sure that nothing failed and nothing was skipped. */
    static long passed(EngineExecutionResults results) {
        List<Throwable> failures = failures(results);
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " failed, first: " + failures.get(0), failures.get(0));
        }
        if (results.allEvents().skipped().count() > 0) {
            throw new AssertionError("Skipped: " + results.allEvents().skipped().list());
        }
        return results.testEvents().succeeded().count();
    }

    /** Return why tests and containers failed, in order. */
    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream().map(Outcome::failure).toList();
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    /** Return the only failure's message, without what JUnit says around it, which differs from version to version. */
    static String message(EngineExecutionResults results) {
        List<Throwable> failures = failures(results);
        if (failures.size() != 1) {
            throw new AssertionError(failures.size() + " failures: " + failures);
        }
        Throwable failure = failures.get(0);
        Throwable cause = failure instanceof ParameterResolutionException ? failure.getCause() : null;
        return Objects.requireNonNull(Objects.requireNonNullElse(cause, failure).getMessage());
    }
}
