package io.github.osdutoken.systemtests;

import io.github.osdutoken.cache.CacheFolder;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.systemtests.CommandLine.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills {@code osdu-token get} at random points, by turns while it signs in and while it refreshes and stores; after each
 * no lock is stuck, no file torn or lost, and ten seconds later no process left.
 *
 * <p>{@code java -cp … io.github.osdutoken.systemtests.KillSoak 50}
 */
final class KillSoak {

    private static final Duration GONE = Duration.ofSeconds(10);
    private static final int LONGEST_SIGN_IN_MILLIS = 6000;
    private static final int LONGEST_REFRESH_MILLIS = 2500;

    private final Jobs jobs;
    private final Emulator emulator;
    private final Random random;

    KillSoak(Jobs jobs, Emulator emulator, long seed) {
        this.jobs = jobs;
        this.emulator = emulator;
        this.random = new Random(seed);
    }

    /** Return one whose access tokens have ended when they come, so that every run refreshes and stores. */
    static Emulator emulator() {
        return Emulator.builder().accessTokenLifetime(Duration.ZERO).start();
    }

    void run(int kills) throws Exception {
        for (int i = 0; i < kills; i++) {
            if (i % 2 == 0) {
                killASignIn();
            } else {
                killARefresh();
            }
            Eventually.within(GONE, () -> jobs.left().isEmpty());
            mustHaveSetNothingAside();
        }
        mustGet();
    }

    private void killASignIn() throws Exception {
        CacheFolder.of(jobs.cacheDir()).clear(Duration.ofSeconds(5));
        kill(LONGEST_SIGN_IN_MILLIS);
    }

    private void killARefresh() throws Exception {
        mustGet();
        int posts = emulator.passwordPosts();
        kill(LONGEST_REFRESH_MILLIS);
        mustGet();
        if (emulator.passwordPosts() != posts) {
            throw new AssertionError("The cache was lost");
        }
    }

    private void kill(int longest) throws IOException, InterruptedException {
        Process process = jobs.start("killed").process();
        process.waitFor(random.nextInt(longest), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private void mustGet() throws Exception {
        Ended ended = jobs.start("complete").end();
        if (ended.exitCode() != 0) {
            throw new AssertionError(ended.err());
        }
    }

    private void mustHaveSetNothingAside() throws IOException {
        try (Stream<Path> files = Files.walk(jobs.cacheDir())) {
            List<Path> torn = files.filter(file -> file.toString().endsWith(".unreadable"))
                    .toList();
            if (!torn.isEmpty()) {
                throw new AssertionError("Torn: " + torn);
            }
        } catch (NoSuchFileException e) {
            return; // killed before it had made the folder
        }
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        int kills = args.length == 0 ? 50 : Integer.parseInt(args[0]);
        long seed = args.length < 2 ? System.nanoTime() : Long.parseLong(args[1]);
        Path folder = Files.createTempDirectory("kill-soak");
        try (Emulator emulator = emulator();
                Jobs jobs = new Jobs(folder, emulator)) {
            System.out.println(kills + " kills, seed " + seed + ", in " + folder);
            long start = System.nanoTime();
            new KillSoak(jobs, emulator, seed).run(kills);
            System.out.println("All is well after "
                    + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        }
    }
}
