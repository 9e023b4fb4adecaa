package io.github.osdutoken.benchmarks.fleet;

/**
 * What a job spends, in seconds.
 *
 * @param signIn a sign-in with a one-time code that is accepted at once
 * @param refresh tokens for a refresh token, without a browser
 * @param kept tokens that are there already
 */
public record Costs(double signIn, double refresh, double kept) {

    /** Where in a sign-in the code is typed: it is the last page but one. */
    static final double UNTIL_CODE = 0.75;

    double untilCode() {
        return signIn * UNTIL_CODE;
    }

    double afterCode() {
        return signIn - untilCode();
    }
}
