package io.github.osdutoken.systemtests;

import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How many sign-ins at once a Grid carries, with one node and with two: {@code java -cp …
 * io.github.osdutoken.systemtests.GridLoad 1 2 4}.
 */
final class GridLoad {

    private interface Start {
        Grid grid() throws Exception;
    }

    private GridLoad() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        List<Integer> steps = args.length == 0
                ? List.of(1, 2, 4)
                : List.of(args).stream().map(Integer::valueOf).toList();
        int most = steps.stream().mapToInt(Integer::intValue).max().orElseThrow();
        int cores = Runtime.getRuntime().availableProcessors();
        Map<String, Start> grids = new LinkedHashMap<>();
        grids.put("1 node, " + most + " browsers", () -> Grid.hub(1, most));
        grids.put("1 node, " + cores + " browsers", () -> Grid.hub(1, cores));
        grids.put("2 nodes, " + cores + " browsers each", () -> Grid.hub(2, cores));
        EmulatorBuilder builder = Emulator.builder();
        IntStream.range(0, most).forEach(i -> builder.user("user" + i));
        System.out.println("| Grid | at once | slowest | all done | most memory of drivers and browsers |");
        System.out.println("|---|---:|---:|---:|---:|");
        try (Emulator emulator = builder.start()) {
            for (Map.Entry<String, Start> entry : grids.entrySet()) {
                try (Grid grid = entry.getValue().grid()) {
                    run(emulator, grid.url(), Math.min(cores, most), grid); // the first ones are slower
                    for (int step : steps) {
                        System.out.println("| " + entry.getKey() + run(emulator, grid.url(), step, grid));
                    }
                }
            }
        }
    }

    private static String run(Emulator emulator, URI url, int users, Grid grid) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(users);
        try {
            long start = System.nanoTime();
            List<CompletableFuture<Long>> all = IntStream.range(0, users)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> signIn(emulator, url, "user" + i), threads))
                    .toList();
            CompletableFuture<Void> end = CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
            long memory = 0;
            while (!end.isDone()) {
                long now = grid.browsers().mapToLong(GridLoad::proportionalSet).sum();
                memory = Math.max(memory, now);
                end.copy().completeOnTimeout(null, 200, TimeUnit.MILLISECONDS).join();
            }
            long slowest = all.stream().mapToLong(CompletableFuture::join).max().orElseThrow();
            long total = (System.nanoTime() - start) / 1_000_000;
            Eventually.within(
                    Duration.ofSeconds(30), () -> grid.browsers().findAny().isEmpty());
            return " | %d | %.1f s | %.1f s | %d MB |"
                    .formatted(users, slowest / 1000.0, total / 1000.0, memory / 1024);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long signIn(Emulator emulator, URI url, String name) {
        long start = System.nanoTime();
        Tokens tokens = TenantUser.of(emulator, name)
                .with(new SignInOptions(
                        Set.of(), false, false, null, "auto", true, url, Duration.ofMinutes(3), TraceMode.OFF, null))
                .signIn();
        if (tokens.requiredRefreshToken().value().isEmpty()) {
            throw new AssertionError("No refresh token");
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** What a process holds, in kB; pages that several share are counted once. Linux tells it. */
    private static long proportionalSet(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0; // it has ended
        }
    }
}
