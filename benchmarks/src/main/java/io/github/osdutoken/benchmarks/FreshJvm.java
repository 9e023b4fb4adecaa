package io.github.osdutoken.benchmarks;

import io.github.osdutoken.Profile;
import io.github.osdutoken.TokenSource;

/** Gets two users' tokens and prints, a line each, how many milliseconds that took. */
final class FreshJvm {

    private FreshJvm() {}

    public static void main(String[] arguments) {
        System.out.println(millis(Surroundings.OTHER_PROFILE));
        System.out.println(millis(Profile.DEFAULT));
    }

    private static double millis(String profile) {
        long start = System.nanoTime();
        TokenSource.of(Profile.load(profile)).accessToken();
        return (System.nanoTime() - start) / 1e6;
    }
}
