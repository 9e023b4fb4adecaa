package io.github.osdutoken.benchmarks;

import io.github.osdutoken.benchmarks.Surroundings.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Many test classes in several JVMs at once: how often the user signs in, and what one more class or JVM costs. */
final class ManyClasses {

    private static final int SOME_JVMS = 4;
    private static final int SOME_CLASSES = 100;
    private static final List<Integer> JVMS = List.of(1, 2, 4, 8);
    private static final List<Integer> CLASSES = List.of(10, 100, 1000);

    private ManyClasses() {}

    private record Row(
            int jvms,
            int classes,
            int signIns,
            int refreshes,
            double seconds,
            MostMemory memory,
            Figures withToken,
            Figures without) {}

    private record Run(double seconds, MostMemory memory, Figures oneClassMore) {}

    static String table() throws IOException, InterruptedException {
        List<Row> byJvms = new ArrayList<>();
        List<Row> byClasses = new ArrayList<>();
        try (Surroundings generated = new Surroundings()) {
            Path folder = TestClasses.compile(generated.folder("classes"), CLASSES.get(CLASSES.size() - 1));
            for (int jvms : JVMS) {
                byJvms.add(measure(folder, jvms, SOME_CLASSES));
            }
            for (int classes : CLASSES) {
                byClasses.add(
                        classes == SOME_CLASSES
                                ? byJvms.get(JVMS.indexOf(SOME_JVMS))
                                : measure(folder, SOME_JVMS, classes));
            }
        }
        return table(byJvms, Row::jvms, "JVMs", 0) + "\n" + table(byClasses, Row::classes, "classes", 3);
    }

    private static String table(List<Row> rows, ToDoubleFunction<Row> count, String counted, int digits) {
        StringBuilder table = new StringBuilder("""
                | JVMs × test classes | sign-ins | refreshes | all done, s | JVMs, MB | with driver and browser, MB \
                | one class more, with a token, ms | without, ms |
                |---|---:|---:|---:|---:|---:|---:|---:|
                """);
        rows.forEach(row -> table.append("| %d × %d | %d | %d | %s | %d | %d | %s | %s |%n"
                .formatted(
                        row.jvms,
                        row.classes,
                        row.signIns,
                        row.refreshes,
                        new Figures(row.seconds).number(1),
                        row.memory.jvms(),
                        row.memory.together(),
                        row.withToken.number(2),
                        row.without.number(2))));
        double[] counts = rows.stream().mapToDouble(count).toArray();
        return table.append("\n- Time: ")
                .append(new GrowthLaw(
                                counts, rows.stream().mapToDouble(Row::seconds).toArray())
                        .text(Math.max(digits, 2), "s", counted))
                .append(".\n- Memory of all: ")
                .append(new GrowthLaw(
                                counts,
                                rows.stream()
                                        .mapToDouble(row -> row.memory.together())
                                        .toArray())
                        .text(Math.min(digits, 2), "MB", counted))
                .append(".\n")
                .toString();
    }

    private static Row measure(Path folder, int jvms, int classes) throws IOException, InterruptedException {
        try (Surroundings surroundings = new Surroundings()) {
            Run run = run(surroundings, folder, jvms, classes, TestClasses.WITH_TOKEN);
            Run plain = run(surroundings, folder, jvms, classes, TestClasses.WITHOUT);
            return new Row(
                    jvms,
                    classes,
                    surroundings.emulator().codesIssued(),
                    surroundings.emulator().refreshes(),
                    run.seconds,
                    run.memory,
                    run.oneClassMore,
                    plain.oneClassMore);
        }
    }

    private static Run run(Surroundings surroundings, Path folder, int jvms, int classes, String prefix)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Running> forks = new ArrayList<>();
        for (int fork = 0; fork < jvms; fork++) {
            forks.add(surroundings.start(Fork.class, folder.toString(), prefix, Integer.toString(classes)));
        }
        MostMemory memory = MostMemory.of(forks.stream().map(Running::process).toList(), Surroundings.LONGEST_RUN);
        double seconds = (System.nanoTime() - start) / 1e9;
        double[] oneClassMore = new double[jvms];
        for (int fork = 0; fork < jvms; fork++) {
            oneClassMore[fork] = Double.parseDouble(forks.get(fork).result().strip());
        }
        return new Run(seconds, memory, new Figures(oneClassMore));
    }
}
