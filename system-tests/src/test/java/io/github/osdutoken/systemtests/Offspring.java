package io.github.osdutoken.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The processes that a program starts while it is watched, and the folders they write to. Linux tells both. */
final class Offspring implements AutoCloseable {

    private final ProcessHandle parent;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Set<ProcessHandle> before;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watch = new Thread(this::watch, "offspring");

    Offspring(ProcessHandle parent) {
        this.parent = parent;
        this.before = Set.copyOf(parent.descendants().toList());
        watch.setDaemon(true);
        watch.start();
    }

    /** Return the driver, or nothing when it does not run. */
    Stream<ProcessHandle> driver() {
        return running(command -> command.contains("chromedriver"));
    }

    /** Return the browser's first process, which is the parent of its others. */
    Stream<ProcessHandle> browser() {
        return running(command -> command.contains("--user-data-dir") && !command.contains("--type="));
    }

    /** Return the processes that draw pages. */
    Stream<ProcessHandle> tabs() {
        return running(command -> command.contains("--type=renderer"));
    }

    private Stream<ProcessHandle> running(Predicate<String> command) {
        look();
        return seen.stream().filter(ProcessHandle::isAlive).filter(one -> command.test(text(one, "cmdline")));
    }

    /** Return what has been left: processes that run, and folders that are there. */
    List<String> left() {
        look();
        return Stream.concat(
                        seen.stream().filter(Offspring::runs).map(one -> one.pid() + " " + text(one, "cmdline")),
                        folders.stream().filter(Files::exists).map(Path::toString))
                .toList();
    }

    /** One that has ended and is not waited for has no command line. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && !text(process, "cmdline").isEmpty();
    }

    private void watch() {
        try {
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        parent.descendants().filter(one -> !before.contains(one)).forEach(one -> {
            if (seen.add(one)) {
                Stream.of(text(one, "environ").split("\0"))
                        .filter(variable -> variable.startsWith("TMPDIR=") && variable.contains("osdu-token-"))
                        .map(variable -> Path.of(variable.substring("TMPDIR=".length())))
                        .forEach(folders::add);
            }
        });
    }

    private static String text(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
