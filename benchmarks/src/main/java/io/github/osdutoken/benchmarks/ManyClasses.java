package io.github.osdutoken.benchmarks;

import io.github.osdutoken.benchmarks.Surroundings.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Many test classes in several JVMs at once: how often the user signs in, and what one more class costs. */
final class ManyClasses {

    private static final int FORKS = 4;
    private static final List<Integer> CLASSES = List.of(10, 50, 250, 1000);

    private ManyClasses() {}

    static String table() throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder("""
                | JVMs × test classes | sign-ins | refreshes | all done, s | one class more, with a token, ms | without, ms |
                |---|---:|---:|---:|---:|---:|
                """);
        try (Surroundings generated = new Surroundings()) {
            Path classes = TestClasses.compile(generated.folder("classes"), CLASSES.get(CLASSES.size() - 1));
            for (int count : CLASSES) {
                try (Surroundings surroundings = new Surroundings()) {
                    long start = System.nanoTime();
                    List<String> printed = run(surroundings, classes, count, TestClasses.WITH_TOKEN);
                    double seconds = (System.nanoTime() - start) / 1e9;
                    List<String> plain = run(surroundings, classes, count, TestClasses.WITHOUT);
                    table.append("| %d × %d | %d | %d | %s | %s | %s |%n"
                            .formatted(
                                    FORKS,
                                    count,
                                    surroundings.emulator().codesIssued(),
                                    surroundings.emulator().refreshes(),
                                    new Figures(seconds).number(1),
                                    figures(printed).number(2),
                                    figures(plain).number(2)));
                }
            }
        }
        return table.toString();
    }

    private static List<String> run(Surroundings surroundings, Path classes, int count, String prefix)
            throws IOException, InterruptedException {
        List<Running> forks = new ArrayList<>();
        for (int fork = 0; fork < FORKS; fork++) {
            forks.add(surroundings.start(Fork.class, classes.toString(), prefix, Integer.toString(count)));
        }
        List<String> printed = new ArrayList<>();
        for (Running fork : forks) {
            printed.add(fork.result().strip());
        }
        return printed;
    }

    private static Figures figures(List<String> printed) {
        return new Figures(printed.stream().mapToDouble(Double::parseDouble).toArray());
    }
}
