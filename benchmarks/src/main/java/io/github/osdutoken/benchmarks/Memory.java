package io.github.osdutoken.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a token costs that the process has already: in plain Java by JMH, injected by JUnit as JUnit does it. */
final class Memory {

    private static final int JVMS = 3;

    private Memory() {}

    static String table() throws IOException, InterruptedException {
        try (Surroundings surroundings = new Surroundings()) {
            surroundings.start(FreshJvm.class).result(); // signs in; the others read its file
            Path results = surroundings.folder("jmh").resolve("results.csv");
            surroundings
                    .start(
                            org.openjdk.jmh.Main.class,
                            MemoryInjection.class.getSimpleName(),
                            "-rf",
                            "csv",
                            "-rff",
                            results.toString())
                    .result();
            StringBuilder table = new StringBuilder("| a token from memory | µs |\n|---|---:|\n");
            for (String line : Files.readAllLines(results)) {
                String[] cells = line.split(",", -1);
                if (cells[0].contains("fromASource")) {
                    table.append(row("`source.accessToken()`", cells));
                } else if (cells[0].contains("fromTheSettings")) {
                    table.append(row("`TokenSource.of(Profile.load()).accessToken()`", cells));
                }
            }
            double[] injected = new double[JVMS];
            for (int jvm = 0; jvm < JVMS; jvm++) {
                injected[jvm] = Double.parseDouble(
                        surroundings.start(RepeatedInjection.class).result().strip());
            }
            return table.append(
                            "| `@OsduRefreshToken` on a test's parameter, beyond what JUnit takes for any parameter | ")
                    .append(new Figures(injected).text(1))
                    .append(" |\n")
                    .toString();
        }
    }

    private static String row(String what, String[] cells) {
        Figures score = new Figures(Double.parseDouble(cells[4]));
        return "| " + what + " | " + score.number(2) + " ± " + new Figures(Double.parseDouble(cells[5])).number(2)
                + " |\n";
    }
}
