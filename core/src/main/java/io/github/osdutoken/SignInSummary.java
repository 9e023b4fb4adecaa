package io.github.osdutoken;

import java.time.Duration;
import java.util.List;

/**
 * How a sign-in went that this process made.
 *
 * @param pages the names of the pages that were met, in order
 * @param duration from the first request to the tokens
 * @since 0.1
 */
public record SignInSummary(List<String> pages, Duration duration) {

    /** Keep a copy of the pages. */
    public SignInSummary {
        pages = List.copyOf(pages);
    }
}
