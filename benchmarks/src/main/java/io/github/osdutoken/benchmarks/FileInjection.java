package io.github.osdutoken.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A token from the file of an earlier run, in a JVM that has just started. */
final class FileInjection {

    private static final int RUNS = 15;

    private FileInjection() {}

    static String table() throws IOException, InterruptedException {
        try (Surroundings surroundings = new Surroundings()) {
            surroundings.start(FreshJvm.class).result(); // signs in
            List<double[]> runs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                runs.add(surroundings
                        .start(FreshJvm.class)
                        .result()
                        .lines()
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
            if (surroundings.emulator().codesIssued() != 2) {
                throw new IllegalStateException("Both users should have signed in once");
            }
            return """
                    | a token from the file, in a fresh JVM | ms: median (least – most) |
                    |---|---:|
                    | first one, loading our classes and the JDK's ciphers included | %s |
                    | another user's, classes loaded, key derivation included | %s |
                    """.formatted(column(runs, 0).text(0), column(runs, 1).text(0));
        }
    }

    private static Figures column(List<double[]> runs, int column) {
        return new Figures(runs.stream().mapToDouble(run -> run[column]).toArray());
    }
}
