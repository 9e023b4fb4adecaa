package io.github.osdutoken.benchmarks;

import io.github.osdutoken.Profile;
import io.github.osdutoken.TokenSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** So many users of one JVM who ask at once; prints how many seconds it took until all had tokens. */
final class AllAtOnce {

    private AllAtOnce() {}

    public static void main(String[] arguments) {
        int users = Integer.parseInt(arguments[0]);
        ExecutorService threads = Executors.newFixedThreadPool(users);
        long start = System.nanoTime();
        try {
            List<CompletableFuture<?>> all = IntStream.range(0, users)
                    .<CompletableFuture<?>>mapToObj(user -> CompletableFuture.runAsync(
                            () -> TokenSource.of(Profile.load(ManyUsers.name(user)))
                                    .accessToken(),
                            threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        System.out.println((System.nanoTime() - start) / 1e9);
    }
}
