package io.github.osdutoken.benchmarks;

import io.github.osdutoken.benchmarks.Surroundings.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A user's first token, by us and by others, each in a process of its own and in turn, so that whatever else the machine
 * does falls upon all. Everybody's JVM gets the same options.
 */
final class SignInTurns {

    private static final int ROUNDS = 7;
    private static final int WARM_ROUNDS = 12;
    private static final int MOST_ATTEMPTS = 3;

    private static final String OURS = "osdu-token: the library";
    private static final String COMMAND = "osdu-token get";
    private static final String PLAYWRIGHT = "Playwright for Java";
    private static final String PLAYWRIGHT_SHELL = "Playwright for Java, with the headless shell, too";
    private static final String CAREFUL = "careful Selenium script";
    private static final String RECIPE = "Selenium script of a recipe";
    private static final String BROWSER = "floor: browser, one page";
    private static final String PROTOCOL = "floor: protocol, no browser";

    /** Where the browser is that we take when it is there; Playwright's own download has one like it. */
    private static final List<Path> HEADLESS_SHELLS =
            List.of(Path.of("/usr/lib/chromium/chromium-headless-shell"), Path.of("/usr/bin/chrome-headless-shell"));

    private interface Entrant {
        Running start() throws IOException;
    }

    private final Surroundings surroundings;
    private final Path command;
    private final Map<String, Entrant> entrants = new LinkedHashMap<>();
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, Integer> failed = new LinkedHashMap<>();

    private SignInTurns(Surroundings surroundings) throws IOException {
        this.surroundings = surroundings;
        this.command = installed(surroundings.folder("osdu-token"));
        entrants.put(COMMAND, () -> surroundings.run(List.of(command.toString(), "get", "--quiet")));
        entrants.put(OURS, () -> surroundings.startShort(FreshSignIn.class));
        entrants.put(PLAYWRIGHT, () -> surroundings.rival("PlaywrightSignIn"));
        HEADLESS_SHELLS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(shell ->
                        entrants.put(PLAYWRIGHT_SHELL, () -> surroundings.rival("PlaywrightSignIn", shell.toString())));
        entrants.put(CAREFUL, () -> surroundings.rival("CarefulSelenium"));
        entrants.put(RECIPE, () -> surroundings.rival("RecipeSelenium"));
        entrants.put(BROWSER, () -> surroundings.rival("BrowserFloor"));
        entrants.put(PROTOCOL, () -> surroundings.rival("HttpFloor"));
    }

    /** Measure, and draw the chart beside the table. */
    static String table(Path chart) throws IOException, InterruptedException {
        try (Surroundings surroundings = new Surroundings(Map.of("OSDU_CACHE", "none"))) {
            SignInTurns turns = new SignInTurns(surroundings);
            turns.run();
            Map<String, Figures> figures = turns.figures();
            Files.writeString(chart, Chart.svg("Seconds to a user's first token, whole process, fresh JVM", figures));
            return turns.cold(figures) + turns.warm() + Waterfall.table(surroundings);
        }
    }

    /** Install the command as a user would, and let it look round and sign in once: it keeps its classes then. */
    private static Path installed(Path folder) throws IOException {
        for (String name : List.of("osdu-token.jar", "osdu-token")) {
            Files.copy(
                    Path.of(System.getProperty("benchmarks.command"), name),
                    folder.resolve(name),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        return folder.resolve("osdu-token");
    }

    private void run() throws IOException, InterruptedException {
        surroundings.run(List.of(command.toString(), "doctor", "--sign-in")).result();
        for (int round = 0; round <= ROUNDS; round++) {
            for (String name : entrants.keySet()) {
                double took = seconds(name);
                if (round > 0) { // the first warms the disk's cache
                    seconds.computeIfAbsent(name, any -> new ArrayList<>()).add(took);
                }
            }
        }
    }

    /** Measure one run that brings a token. Who fails is counted, whoever it is, and has another try. */
    private double seconds(String name) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int before = surroundings.emulator().codesIssued();
            long start = System.nanoTime();
            try {
                String printed =
                        Objects.requireNonNull(entrants.get(name)).start().result();
                double took = (System.nanoTime() - start) / 1e9;
                boolean signedIn = !printed.isBlank() && surroundings.emulator().codesIssued() > before;
                if (!signedIn && !name.equals(BROWSER)) {
                    throw new IllegalStateException(name + " brought no token");
                }
                return took;
            } catch (IllegalStateException e) {
                failed.merge(name, 1, Integer::sum);
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Map<String, Figures> figures() {
        Map<String, Figures> figures = new LinkedHashMap<>();
        entrants.keySet().forEach(name -> figures.put(name, of(Objects.requireNonNull(seconds.get(name)))));
        return figures;
    }

    private String cold(Map<String, Figures> figures) {
        StringBuilder table = new StringBuilder("""
                ![Seconds to a user's first token](sign-in.svg)

                | whole process, fresh JVM | s: median (least – most) | of `osdu-token get` | of the library | failed runs |
                |---|---:|---:|---:|---:|
                """);
        figures.forEach((name, figure) -> table.append("| %s | %s | %s | %s | %d |%n"
                .formatted(
                        name, figure.text(2), ratio(name, COMMAND), ratio(name, OURS), failed.getOrDefault(name, 0))));
        return table.toString();
    }

    /** Return the median, over the rounds, of how many times what the other takes this one takes. */
    private String ratio(String name, String other) {
        List<Double> pairs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            pairs.add(of(name, round) / of(other, round));
        }
        return "× " + of(pairs).number(2);
    }

    private double of(String name, int round) {
        return Objects.requireNonNull(seconds.get(name)).get(round);
    }

    private String warm() throws IOException, InterruptedException {
        List<double[]> rounds = surroundings
                .rival("WarmTurns", Integer.toString(WARM_ROUNDS))
                .result()
                .lines()
                .filter(line -> line.matches("[0-9. ]+")) // others are Selenium's warnings
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        double[] ofTwo = rounds.stream()
                .mapToDouble(round -> round[0] / (round[1] + round[2]))
                .toArray();
        double[] ofThree = rounds.stream()
                .mapToDouble(round -> round[0] / (round[1] + round[2] + round[3]))
                .toArray();
        return """

                | in turn in one warm JVM | ms: median (least – most) |
                |---|---:|
                | osdu-token, to the tokens | %s |
                | floor: browser, one page, and its end | %s |
                | floor: protocol, no browser | %s |
                | floor: the pages' own pauses, driven by a script inside of them | %s |
                | osdu-token as a multiple of browser and protocol together | × %s |
                | osdu-token as a multiple of the three floors together | × %s |
                """.formatted(
                        column(rounds, 0),
                        column(rounds, 1),
                        column(rounds, 2),
                        column(rounds, 3),
                        new Figures(ofTwo).text(2),
                        new Figures(ofThree).text(2));
    }

    private static String column(List<double[]> rounds, int column) {
        return new Figures(rounds.stream().mapToDouble(round -> round[column]).toArray()).text(0);
    }

    private static Figures of(List<Double> values) {
        return new Figures(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
