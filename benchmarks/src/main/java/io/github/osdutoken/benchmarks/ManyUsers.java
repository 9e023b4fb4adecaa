package io.github.osdutoken.benchmarks;

import io.github.osdutoken.benchmarks.Surroundings.Running;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorBuilder;
import io.github.osdutoken.emulator.EmulatorUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Many users of one JVM, all of whom ask at once with nothing cached. */
final class ManyUsers {

    private static final int[] USERS = {1, 4, 16, 64};

    /** How often each is measured: what is over soon depends most on what else the machine does. */
    private static final int[] ROUNDS = {5, 3, 3, 1};

    private ManyUsers() {}

    private record Row(int users, int signIns, Figures seconds, MostMemory memory) {}

    static String table() throws IOException, InterruptedException {
        measure(1, 1); // whatever runs first reads the browser from the disk
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < USERS.length; row++) {
            rows.add(measure(USERS[row], ROUNDS[row]));
        }
        StringBuilder table = new StringBuilder("""
                | users at once | sign-ins | all have tokens, s: median (least – most) | JVM, MB | driver and browser, MB | both, MB |
                |---:|---:|---:|---:|---:|---:|
                """);
        rows.forEach(row -> table.append("| %d | %d | %s | %d | %d | %d |%n"
                .formatted(
                        row.users,
                        row.signIns,
                        row.seconds.text(1),
                        row.memory.jvms(),
                        row.memory.browsers(),
                        row.memory.together())));
        double[] users = IntStream.of(USERS).asDoubleStream().toArray();
        return table.append("\n- Time: ")
                .append(new GrowthLaw(
                                users,
                                rows.stream()
                                        .mapToDouble(row -> row.seconds.median())
                                        .toArray())
                        .text(2, "s", "users"))
                .append(".\n- Memory, both: ")
                .append(new GrowthLaw(
                                users,
                                rows.stream()
                                        .mapToDouble(row -> row.memory.together())
                                        .toArray())
                        .text(1, "MB", "users"))
                .append(".\n")
                .toString();
    }

    static String name(int user) {
        return "user" + user;
    }

    private static Row measure(int users, int rounds) throws IOException, InterruptedException {
        int signIns = 0;
        double[] seconds = new double[rounds];
        MostMemory memory = MostMemory.NONE;
        for (int round = 0; round < rounds; round++) {
            Emulator emulator = emulator(users);
            try (Surroundings surroundings = new Surroundings(emulator, profiles(emulator, users))) {
                Running jvm = surroundings.start(AllAtOnce.class, Integer.toString(users));
                memory = memory.or(MostMemory.of(List.of(jvm.process()), Surroundings.LONGEST_RUN));
                seconds[round] = Double.parseDouble(jvm.result().strip());
                signIns = Math.max(signIns, emulator.codesIssued());
            }
        }
        return new Row(users, signIns, new Figures(seconds), memory);
    }

    private static Emulator emulator(int users) {
        EmulatorBuilder builder = Emulator.builder();
        IntStream.range(0, users).forEach(user -> builder.user(name(user)));
        return builder.start();
    }

    private static Map<String, String> profiles(Emulator emulator, int users) {
        Map<String, String> profiles = new TreeMap<>();
        for (int user = 0; user < users; user++) {
            EmulatorUser one = emulator.user(name(user));
            profiles.put("OSDU_PROFILE_USER" + user + "_USERNAME", one.username());
            profiles.put("OSDU_PROFILE_USER" + user + "_PASSWORD", one.password());
        }
        return profiles;
    }
}
