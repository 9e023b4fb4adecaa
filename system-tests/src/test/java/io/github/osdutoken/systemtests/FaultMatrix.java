package io.github.osdutoken.systemtests;

import io.github.osdutoken.SignInException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Has each fault happen at each step of a sign-in, and prints what came of it as a table.
 *
 * <p>{@code java -cp … io.github.osdutoken.systemtests.FaultMatrix FOLDER PART PARTS [WORD…]}, where only rows with one of
 * the words are run when there are any, and of these only each PARTS-th, from PART. Each row becomes a file in the folder.
 */
final class FaultMatrix {

    private static final Duration GONE = Duration.ofSeconds(10);

    /** The emulator's server says so much at the finest level that a busy machine does little else. */
    private static final Logger TALKATIVE = Logger.getLogger("org.eclipse.jetty");

    private final Path folder;
    private int scenes;

    FaultMatrix(Path folder) {
        this.folder = folder;
    }

    FaultOutcome run(FaultRow row) throws Exception {
        try (Scene scene = new Scene(folder.resolve("scene-" + scenes++));
                Logged logged = Logged.fromHere()) {
            TALKATIVE.setLevel(Level.WARNING);
            row.making().in(scene);
            long start = System.nanoTime();
            String said = FaultRow.TOKENS;
            Throwable failure = null;
            try {
                scene.ask();
            } catch (SignInException e) {
                failure = e;
                said = e.reason().name();
            } catch (RuntimeException | Error e) {
                failure = e;
                said = e.getClass().getSimpleName();
            }
            Duration after = Duration.ofNanos(System.nanoTime() - start);
            if (scene.proxy.isUnmet()) {
                said += " before the fault";
            }
            String words = failure == null ? "" : String.valueOf(failure.getMessage());
            List<String> left = left(scene);
            scene.heal();
            String next = next(scene);
            Leaks leaks = new Leaks(scene.secrets()).lookAt(scene.folder).lookAt("a stranger's hands", scene.stolen());
            if (failure != null) {
                leaks.lookAt(failure);
            }
            logged.said().stream()
                    // the emulator's own server, which is none of ours, and the JDK's, which tells at its finest level
                    // all
                    // that it is asked for: docs/reliability.md
                    .filter(one -> !String.valueOf(one.logger()).startsWith("org.eclipse.jetty"))
                    .filter(one -> !"com.sun.net.httpserver".equals(one.logger()))
                    .forEach(one -> leaks.lookAt("the log of " + one.logger(), one.text()));
            return new FaultOutcome(
                    row, said, after, leaks.found().stream().distinct().toList(), left, next, words);
        }
    }

    private static String next(Scene scene) {
        try {
            scene.tokensInHealth();
            return FaultRow.TOKENS;
        } catch (RuntimeException e) {
            return String.valueOf(e);
        }
    }

    private static List<String> left(Scene scene) throws InterruptedException {
        try {
            Eventually.within(GONE, () -> scene.offspring.left().isEmpty());
            return List.of();
        } catch (AssertionError e) {
            return scene.offspring.left();
        }
    }

    static Stream<FaultRow> rows() {
        return Stream.concat(NetworkFaults.rows().stream(), MachineFaults.rows().stream())
                .sorted(java.util.Comparator.comparing(FaultRow::step));
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        Path results = Path.of(args[0]);
        int parts = Integer.parseInt(args[2]);
        List<String> words = List.of(args).subList(3, args.length);
        List<FaultRow> rows = rows().filter(
                        one -> words.isEmpty() || words.stream().anyMatch(one.toString()::contains))
                .toList();
        FaultMatrix matrix = new FaultMatrix(Files.createTempDirectory("fault-matrix"));
        int bad = 0;
        for (int n = Integer.parseInt(args[1]); n < rows.size(); n += parts) {
            FaultOutcome outcome = matrix.run(rows.get(n));
            Files.writeString(results.resolve("%03d.md".formatted(n)), outcome.line() + "\n");
            bad += outcome.isGood() ? 0 : 1;
            System.out.println((outcome.isGood() ? "" : "BAD ")
                    + outcome.line()
                    + (outcome.isGood() ? "" : "\n    " + outcome.words()));
        }
        System.exit(bad == 0 ? 0 : 1);
    }
}
