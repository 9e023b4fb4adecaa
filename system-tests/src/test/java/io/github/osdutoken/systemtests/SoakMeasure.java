package io.github.osdutoken.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this JVM has at one time.
 *
 * @param heap what is alive on the heap after a collection, in kB
 * @param ours how many objects of the product's own classes that is
 * @param objects the same for each class of any package, unless there are few
 * @param threads how many threads there are
 * @param names what they are called
 * @param descriptors files and connections that are open
 * @param classes how many classes are loaded
 */
record SoakMeasure(
        long heap,
        long ours,
        Map<String, Long> objects,
        long threads,
        Map<String, Long> names,
        long descriptors,
        long classes) {

    /** What is kept of a measure must not weigh much itself. */
    private static final int FEW = 20;

    /** Threads of Selenium's HTTP clients, which have ended; they come and go, and a client that stays is seen by others. */
    private static final Pattern IDLE = Pattern.compile("HttpClient-[0-9]+-Worker-[0-9]+|JdkHttpClient-[0-9]+-[0-9]+");

    static SoakMeasure take() {
        Map<String, Long> objects = new HashMap<>();
        long bytes = 0;
        for (String line : histogram().lines().toList()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length >= 4 && words[0].endsWith(":")) {
                objects.merge(words[3], Long.parseLong(words[1]), Long::sum);
                bytes += Long.parseLong(words[2]);
            }
        }
        objects.entrySet().removeIf(one -> one.getValue() < FEW && !isOurs(one.getKey()));
        Map<String, Long> names = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !IDLE.matcher(thread.getName()).matches())
                .collect(Collectors.groupingBy(
                        thread -> thread.getName().replaceAll("[0-9]+", "N"), TreeMap::new, Collectors.counting()));
        return new SoakMeasure(
                bytes / 1024,
                objects.entrySet().stream()
                        .filter(one -> isOurs(one.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                objects,
                names.values().stream().mapToLong(Long::longValue).sum(),
                names,
                openFiles(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    /** Count by name only: what is looked at more closely may have been closed meanwhile. */
    private static long openFiles() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is measured is the product, not those who measure. */
    private static boolean isOurs(String type) {
        return type.startsWith("io.github.osdutoken.") && !type.startsWith("io.github.osdutoken.systemtests.");
    }

    /** Collects garbage first. */
    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("Only HotSpot tells what is on its heap", e);
        }
    }

    /** Return what has become more since, most first: which classes' objects, and which threads. */
    List<String> growthSince(SoakMeasure before) {
        return Stream.concat(
                        growth(before.objects, objects).filter(line -> line.contains("osdutoken")),
                        Stream.concat(growth(before.objects, objects).limit(15), growth(before.names, names)))
                .distinct()
                .toList();
    }

    private static Stream<String> growth(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> more = new HashMap<>(after);
        before.forEach((name, count) -> more.merge(name, -count, Long::sum));
        return more.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(one -> "+" + one.getValue() + " " + one.getKey());
    }

    /** Return all regular files, links and the like below a folder. */
    static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file)).toList().stream();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
