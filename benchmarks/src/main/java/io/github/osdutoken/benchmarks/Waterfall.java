package io.github.osdutoken.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the time of a cold sign-in goes: when each thing was there, in milliseconds since the process was started. */
final class Waterfall {

    private static final int RUNS = 5;

    /** What is looked for in the library's log, in the order in which it comes. */
    private static final Map<String, Pattern> STEPS = steps();

    private Waterfall() {}

    private static Map<String, Pattern> steps() {
        Map<String, Pattern> steps = new LinkedHashMap<>();
        steps.put("Java is up", Pattern.compile("main"));
        steps.put("settings read", Pattern.compile("settings"));
        steps.put("the issuer's endpoints are known, while the browser starts", Pattern.compile("GET .*openid-conf.*"));
        steps.put("its keys are here, while the browser starts", Pattern.compile("GET .*/keys .*"));
        steps.put("driver and browser are up", Pattern.compile("A browser is there.*"));
        steps.put("user name: page loaded, drawn, recognised", Pattern.compile("Page '.*username'.*"));
        steps.put("password: user name typed, taken in, looked up; view there", Pattern.compile("Page '.*password'.*"));
        steps.put(
                "\"Stay signed in?\": password typed, taken in, posted; page there", Pattern.compile("Page '.*stay.*"));
        steps.put("code: answered \"No\", redirected", Pattern.compile("Signed in .*"));
        steps.put("tokens: code exchanged, ID token checked", Pattern.compile("tokens"));
        steps.put("browser, driver and Java have ended", Pattern.compile("end"));
        return steps;
    }

    private static final Pattern MILLIS = Pattern.compile("\\d+");

    static String table(Surroundings surroundings) throws IOException, InterruptedException {
        List<Map<String, Double>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(run(surroundings));
        }
        StringBuilder table = new StringBuilder("""

                Where it goes, in a fresh JVM (the library, medians of %d runs):

                | what is there | after, ms | took, ms |
                |---|---:|---:|
                """.formatted(RUNS));
        double before = 0;
        for (String step : STEPS.keySet()) {
            double after = new Figures(runs.stream()
                            .mapToDouble(run -> run.getOrDefault(step, Double.NaN))
                            .toArray())
                    .median();
            boolean beside = step.endsWith("while the browser starts");
            table.append(
                    "| %s | %.0f | %s |%n".formatted(step, after, beside ? "" : String.format("%.0f", after - before)));
            before = beside ? before : after;
        }
        return table.toString();
    }

    private static Map<String, Double> run(Surroundings surroundings) throws IOException, InterruptedException {
        long start = System.currentTimeMillis();
        List<String> lines = new ArrayList<>(surroundings
                .startShort(FreshSignIn.class, "marks")
                .result()
                .lines()
                .toList());
        lines.add(System.currentTimeMillis() + " end");
        Map<String, Double> marks = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            if (!MILLIS.matcher(parts[0]).matches()) {
                continue; // the log as everybody sees it
            }
            STEPS.forEach((step, pattern) -> {
                if (parts.length == 2 && pattern.matcher(parts[1]).matches()) {
                    marks.putIfAbsent(step, (double) (Long.parseLong(parts[0]) - start));
                }
            });
        }
        return marks;
    }
}
