package io.github.osdutoken.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Lives through many days in one JVM: each hour tokens are asked for and renewed, and now and then keys are rotated,
 * passwords changed, refresh tokens revoked, the issuer restarted. What the JVM has at the end of each day must not grow.
 *
 * <p>{@code java -javaagent:… -cp … io.github.osdutoken.systemtests.Soak TABLE [DAYS [SEED]]}
 */
final class Soak {

    private static final int DAYS = 30;
    private static final int HOURS = 24;

    private static final Duration PAUSE = Duration.ofDays(4);
    private static final Duration QUARTER = Duration.ofDays(91);
    private static final Duration GONE = Duration.ofSeconds(15);

    private final SoakWorld world;
    private final Random random;
    private final SoakReport report = new SoakReport();
    private final List<SoakMeasure> firstAndLast = new ArrayList<>();
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    /** When a password of a user whose tokens are kept in files was changed. */
    private final List<Instant> changes = new ArrayList<>();

    private int rotations;
    private int restarts;
    private int passwords;
    private int revocations;
    private int pauses;

    Soak(SoakWorld world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    private void live(int days) throws Exception {
        // All that is loaded and kept from the beginning, and what is kept up to a number filled.
        day(-1);
        day(0);
        for (int day = 1; day <= days; day++) {
            day(day);
            measure(day);
        }
    }

    private void day(int day) throws Exception {
        int hourOfRotation = day % 2 == 1 ? random.nextInt(HOURS) : HOURS;
        int hourOfChange = random.nextInt(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            world.pass(Duration.ofHours(1));
            if (hour == hourOfRotation) {
                world.issuer.rotateKeys();
                rotations++;
            }
            if (hour == hourOfChange) {
                change(day);
            }
            if (day <= 0 || random.nextInt(6) == 0) {
                world.runTests();
            }
            world.inject();
            if (random.nextInt(3) == 0) {
                world.useTheApi();
            }
        }
    }

    /** Day 0 has all that can happen, so that all is loaded before growth is looked for. */
    private void change(int day) throws Exception {
        if (day % 5 == 3 || day == 0) {
            SoakUser user = world.users.get(passwords++ % world.users.size());
            world.changePassword(user, "Soak-" + day + "-" + random.nextInt(1000));
            if (world.profiles.isKeptInFiles(user.name)) {
                changes.add(Instant.now());
            }
        }
        if (day % 3 == 1 || day == 0) {
            world.revoke(world.users.get(revocations++ % world.users.size()));
        }
        if (day % 7 == 0) {
            world.restart();
            restarts++;
        }
        if (day % 10 == 5 || day == 0) {
            pause(PAUSE);
            pauses++;
        }
        if (day % 2 == 0) {
            world.runFreshTest();
        }
    }

    /** Let nobody ask for so long; refresh tokens end. */
    private void pause(Duration time) throws IOException {
        age();
        world.pass(time);
        world.users.forEach(SoakUser::mustSignInAnew);
    }

    /** Let files be as old as they are by the time that passes here; the machine's is later. */
    private void age() throws IOException {
        Instant now = Instant.now();
        for (Path file : SoakMeasure.files(world.profiles.cacheDir()).toList()) {
            if (Files.getLastModifiedTime(file).toInstant().isAfter(now)) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private void measure(int day) throws Exception {
        age();
        settle();
        SoakMeasure measure = SoakMeasure.take();
        if (firstAndLast.size() == 2) {
            firstAndLast.remove(1);
        }
        firstAndLast.add(measure);
        report.add(SoakReport.HEAP, measure.heap());
        report.add(SoakReport.OBJECTS, measure.ours());
        report.add(SoakReport.CLASSES, measure.classes());
        report.add(SoakReport.THREADS, measure.threads());
        report.add(SoakReport.DESCRIPTORS, measure.descriptors());
        report.add(SoakReport.PROCESSES, processes());
        report.add(SoakReport.CACHE, files() - 2L * changesLately());
        report.add(SoakReport.TEMPORARY, temporary());
        report.add(SoakReport.TRACES, traces() - world.refusals);
        System.out.printf(
                "day %3d: heap %,d kB, %,d own objects, %,d classes, %d threads, %d open, %d processes, %d cached files,"
                        + " %d temporary, %d traces; so far %,d injections, %,d refreshes, %d sign-ins%n",
                day,
                measure.heap(),
                measure.ours(),
                measure.classes(),
                measure.threads(),
                measure.descriptors(),
                processes(),
                files(),
                temporary(),
                traces(),
                world.injections,
                world.refreshes,
                world.signIns);
    }

    /** What ends by itself once there is nothing to do, or is garbage, is no growth; what does not end in time is. */
    private void settle() throws InterruptedException {
        try {
            Eventually.within(GONE, () -> {
                System.gc();
                return processes() == 0 && nobodyWorks();
            });
        } catch (AssertionError e) {
            return; // and so it is measured
        }
    }

    private long processes() {
        ProcessHandle issuer = world.issuer.process();
        return ProcessHandle.current()
                .descendants()
                .filter(one -> !one.equals(issuer) && one.isAlive())
                .count();
    }

    private static boolean nobodyWorks() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.startsWith("osdu-") || name.endsWith("-SelectorManager"));
    }

    private long files() {
        return SoakMeasure.files(world.profiles.cacheDir()).count();
    }

    /** What is of no use for so long is removed. */
    private long changesLately() {
        Instant oldest = Instant.now().minus(Duration.ofDays(90));
        return changes.stream().filter(oldest::isBefore).count();
    }

    private long temporary() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.count();
        }
    }

    private long traces() throws IOException {
        try (Stream<Path> traces = Files.list(world.profiles.traceDir())) {
            return traces.count();
        }
    }

    /** Return which files are too many once nobody has asked for a quarter of a year and then somebody does. */
    private long leftAfterAQuarter() throws Exception {
        long before = files() - 2L * changesLately();
        pause(QUARTER);
        world.inject();
        return files() - before;
    }

    private List<String> summary(int days, long left) {
        List<String> lines = new ArrayList<>(report.table());
        lines.add("");
        lines.add(("%,d days with %,d tokens handed out, %d runs of JUnit among it, %,d refreshes, %d sign-ins; %d"
                        + " passwords changed and %d times refused, %d refresh tokens revoked, %d keys rotated, %d"
                        + " restarts of the issuer, %d pauses longer than a refresh token lives. Files in the cache"
                        + " folder after a further 91 days, over those at the beginning: %d.")
                .formatted(
                        days,
                        world.injections,
                        world.runs,
                        world.refreshes,
                        world.signIns,
                        passwords,
                        world.refusals,
                        revocations,
                        rotations,
                        restarts,
                        pauses,
                        left));
        return lines;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        int days = args.length < 2 ? DAYS : Math.max(3, Integer.parseInt(args[1]));
        long seed = args.length < 3 ? System.nanoTime() : Long.parseLong(args[2]);
        Path folder = Path.of(args[0]).toAbsolutePath().resolveSibling("soak-" + seed);
        System.out.println(days + " days, seed " + seed + ", in " + folder);
        // Everything is long ago, so that no file is older than it seems to be.
        Duration ago = Duration.ofDays(2L * days + 20).plus(QUARTER);
        List<String> bad = new ArrayList<>();
        try (SoakWorld world = new SoakWorld(folder, ago.negated())) {
            Soak soak = new Soak(world, seed);
            soak.live(days);
            long left = soak.leftAfterAQuarter();
            List<String> summary = soak.summary(days, left);
            Files.write(Path.of(args[0]), summary);
            summary.forEach(System.out::println);
            bad.addAll(soak.report.grown());
            if (left != 0) {
                bad.add("files in the cache folder after a quarter");
            }
            if (!bad.isEmpty()) {
                System.out.println("GROWN: " + String.join("\n       ", bad));
                System.out.println("Since the first day there are more of these:");
                soak.firstAndLast
                        .get(1)
                        .growthSince(soak.firstAndLast.get(0))
                        .forEach(line -> System.out.println("       " + line));
            }
        }
        System.exit(bad.isEmpty() ? 0 : 1);
    }
}
