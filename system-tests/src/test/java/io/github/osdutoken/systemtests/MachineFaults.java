package io.github.osdutoken.systemtests;

import static io.github.osdutoken.systemtests.FaultRow.TOKENS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/** What goes wrong on the machine that signs in: its processes, clock, ports and folders. */
final class MachineFaults {

    private static final List<SignInStep> WITH_BROWSER = List.of(
            SignInStep.FIRST_PAGE,
            SignInStep.USERNAME,
            SignInStep.PASSWORD,
            SignInStep.SECOND_FACTOR,
            SignInStep.KMSI,
            SignInStep.REDIRECT,
            SignInStep.TOKEN);

    private MachineFaults() {}

    static List<FaultRow> rows() {
        List<FaultRow> rows = new ArrayList<>();
        for (SignInStep step : WITH_BROWSER) {
            rows.add(browserKilled(step));
            rows.add(driverKilled(step));
            rows.add(tabCrashed(step));
        }
        rows.addAll(starts());
        rows.add(browserKilledEachTime());
        rows.add(driverHalted(SignInStep.PASSWORD));
        rows.add(browserHalted(SignInStep.PASSWORD));
        rows.add(portTaken());
        rows.add(portCoveted());
        for (SignInStep step : List.of(SignInStep.DISCOVERY, SignInStep.SECOND_FACTOR, SignInStep.TOKEN)) {
            rows.add(clock(step, Duration.ofHours(2), ahead(step)));
            rows.add(clock(step, Duration.ofHours(-2), step == SignInStep.TOKEN ? "PROTOCOL" : "MFA_REJECTED"));
        }
        rows.add(ourClock(Duration.ofDays(30)));
        rows.add(ourClock(Duration.ofDays(-30)));
        rows.add(fileInPlaceOfTheCache());
        rows.add(readOnlyCache());
        if (isRoot()) { // who may mount a disk
            rows.add(fullDisk());
        }
        rows.add(shortOfMemory());
        return rows;
    }

    /** Before the second factor, the one-time code is another hour's; at it, the page has become too old. */
    private static String ahead(SignInStep step) {
        return switch (step) {
            case TOKEN -> "PROTOCOL"; // the code has expired
            case SECOND_FACTOR -> "TIMEOUT";
            default -> "MFA_REJECTED";
        };
    }

    static FaultRow browserKilled(SignInStep step) {
        return FaultRow.of(step, "browser killed", once(step, Offspring::browser), lost(step));
    }

    static FaultRow driverKilled(SignInStep step) {
        return FaultRow.of(step, "driver killed", once(step, Offspring::driver), onItsWay(step));
    }

    static FaultRow tabCrashed(SignInStep step) {
        return FaultRow.of(step, "tab crashed", once(step, Offspring::tabs), onItsWay(step));
    }

    private static FaultRow browserKilledEachTime() {
        return FaultRow.of(
                SignInStep.FIRST_PAGE,
                "browser killed, and the next, too",
                scene -> scene.proxy.at(SignInStep.FIRST_PAGE, passing -> kill(scene, Offspring::browser, passing)),
                "BROWSER_UNAVAILABLE");
    }

    /** Before a secret was typed, another browser takes the place; once the code is here, nobody needs one. */
    private static String[] lost(SignInStep step) {
        boolean harmless = step == SignInStep.FIRST_PAGE || step == SignInStep.USERNAME || step == SignInStep.TOKEN;
        return new String[] {harmless ? TOKENS : "BROWSER_UNAVAILABLE"};
    }

    /** A browser that is sent to the redirect URI goes there without its driver, and in another process. */
    private static String[] onItsWay(SignInStep step) {
        return step == SignInStep.KMSI || step == SignInStep.REDIRECT
                ? new String[] {"BROWSER_UNAVAILABLE", TOKENS}
                : lost(step);
    }

    private static FaultRow.Making once(SignInStep step, Function<Offspring, Stream<ProcessHandle>> whom) {
        return scene -> {
            AtomicBoolean done = new AtomicBoolean();
            scene.proxy.at(step, passing -> {
                if (done.compareAndSet(false, true)) {
                    kill(scene, whom, passing);
                } else {
                    passing.send(passing.answer());
                }
            });
        };
    }

    private static void kill(Scene scene, Function<Offspring, Stream<ProcessHandle>> whom, FaultProxy.Passing passing)
            throws IOException {
        HttpMessage answer = passing.answer();
        whom.apply(scene.offspring).forEach(ProcessHandle::destroyForcibly);
        passing.send(answer);
    }

    private static List<FaultRow> starts() {
        return List.of(
                FaultRow.of(
                        SignInStep.BROWSER_START,
                        "no such browser",
                        scene -> scene.browser = "/no/browser",
                        "BROWSER_UNAVAILABLE"),
                FaultRow.of(
                        SignInStep.BROWSER_START,
                        "browser ends at once",
                        scene -> scene.browser = program(scene, "exit 1"),
                        "BROWSER_UNAVAILABLE"),
                FaultRow.of(
                        SignInStep.BROWSER_START,
                        "browser never answers",
                        scene -> scene.browser = program(scene, "exec sleep 600"),
                        "TIMEOUT"),
                FaultRow.of(
                        SignInStep.BROWSER_START,
                        "browser killed",
                        scene -> onSight(scene, Offspring::browser),
                        TOKENS, // the ordinary browser takes the headless shell's place
                        "BROWSER_UNAVAILABLE"),
                FaultRow.of(
                        SignInStep.BROWSER_START,
                        "driver killed",
                        scene -> onSight(scene, Offspring::driver),
                        TOKENS, // the ordinary browser takes the headless shell's place
                        "BROWSER_UNAVAILABLE"),
                FaultRow.of(
                        SignInStep.BROWSER_START,
                        "tab crashed",
                        scene -> onSight(scene, Offspring::tabs),
                        TOKENS,
                        "BROWSER_UNAVAILABLE"));
    }

    private static String program(Scene scene, String script) throws IOException {
        Path program = scene.folder.resolve("browser");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }

    private static void onSight(Scene scene, Function<Offspring, Stream<ProcessHandle>> whom) {
        Thread hunter = new Thread(
                () -> {
                    Optional<ProcessHandle> prey = Optional.empty();
                    while (prey.isEmpty() && scene.isOpen()) {
                        prey = whom.apply(scene.offspring).findFirst();
                    }
                    prey.ifPresent(ProcessHandle::destroyForcibly);
                },
                "hunter");
        hunter.setDaemon(true);
        hunter.start();
    }

    static FaultRow driverHalted(SignInStep step) {
        return FaultRow.of(
                step, "driver halted (SIGSTOP)", scene -> halting(scene, step, Offspring::driver), "TIMEOUT");
    }

    static FaultRow browserHalted(SignInStep step) {
        return FaultRow.of(
                step, "browser halted (SIGSTOP)", scene -> halting(scene, step, Offspring::browser), "TIMEOUT");
    }

    private static void halting(Scene scene, SignInStep step, Function<Offspring, Stream<ProcessHandle>> whom) {
        scene.proxy.at(step, passing -> {
            for (ProcessHandle one : whom.apply(scene.offspring).toList()) {
                new ProcessBuilder("kill", "-STOP", Long.toString(one.pid()))
                        .start()
                        .waitFor();
            }
            passing.send(passing.answer());
        });
    }

    /** Another program listens at the redirect URI before the sign-in, and must not be given the code. */
    static FaultRow portTaken() {
        return FaultRow.of(SignInStep.REDIRECT, "port taken before", scene -> Thief.listen(scene, true), TOKENS);
    }

    /** Another program tries to get the port all the time. */
    static FaultRow portCoveted() {
        return FaultRow.of(SignInStep.REDIRECT, "port coveted meanwhile", scene -> Thief.listen(scene, false), TOKENS);
    }

    private static FaultRow clock(SignInStep step, Duration by, String... expected) {
        String words = "the issuer's clock jumps " + words(by);
        return FaultRow.of(
                step,
                words,
                scene -> scene.proxy.at(step, passing -> {
                    scene.theirs.ahead(by);
                    passing.send(passing.answer());
                }),
                expected);
    }

    private static FaultRow ourClock(Duration by) {
        return FaultRow.of(
                SignInStep.CACHE_WRITE,
                "this machine's clock jumps " + words(by),
                scene -> {
                    scene.tokensInHealth();
                    scene.ours.ahead(by);
                },
                TOKENS);
    }

    private static String words(Duration by) {
        Duration size = by.abs();
        String amount = size.toDays() > 0 ? size.toDays() + " days" : size.toHours() + " hours";
        return (by.isNegative() ? "back by " : "ahead by ") + amount;
    }

    static FaultRow fileInPlaceOfTheCache() {
        return FaultRow.of(
                SignInStep.CACHE_WRITE,
                "a file where the folder should be",
                scene -> scene.cacheDir = Files.createFile(scene.folder.resolve("file")),
                TOKENS);
    }

    /** Root may write anywhere but to what the kernel makes up. */
    static FaultRow readOnlyCache() {
        return FaultRow.of(
                SignInStep.CACHE_WRITE,
                "read-only folder",
                scene -> {
                    Path folder = Files.createDirectory(scene.folder.resolve("read-only"));
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
                    scene.cacheDir = Files.isWritable(folder) ? Path.of("/sys/osdu-token") : folder;
                },
                TOKENS);
    }

    /** A disk of 64 KiB, with something on it already. */
    static FaultRow fullDisk() {
        return FaultRow.of(
                SignInStep.CACHE_WRITE,
                "full disk",
                scene -> {
                    Path disk = Files.createDirectory(scene.folder.resolve("disk"));
                    run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString());
                    scene.atEnd(() -> run("umount", disk.toString()));
                    Files.write(disk.resolve("other"), new byte[56 * 1024]);
                    scene.cacheDir = Files.createDirectory(disk.resolve("cache"));
                },
                TOKENS);
    }

    static FaultRow shortOfMemory() {
        return FaultRow.of(
                SignInStep.BROWSER_START, "JVM with 10 MB of heap", scene -> scene.heap = "10m", "UNAVAILABLE");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name")) && "Linux".equals(System.getProperty("os.name"));
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(String.join(" ", command));
        }
    }

    /** A stranger at the port of the redirect URI. */
    private static final class Thief {

        private Thief() {}

        static void listen(Scene scene, boolean before) throws IOException, InterruptedException {
            CountDownLatch begun = new CountDownLatch(before ? 1 : 0);
            Thread thief = new Thread(() -> lurk(scene, begun), "thief");
            thief.setDaemon(true);
            thief.start();
            if (!begun.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("The port was not to be had");
            }
            if (!before) {
                scene.proxy.at(SignInStep.DISCOVERY, passing -> passing.send(passing.answer()));
            }
        }

        private static void lurk(Scene scene, CountDownLatch begun) {
            while (scene.isOpen()) {
                try (ServerSocket socket = new ServerSocket()) {
                    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), scene.redirectPort));
                    socket.setSoTimeout(100);
                    begun.countDown();
                    scene.stolen(new String(
                            socket.accept().getInputStream().readNBytes(4000),
                            java.nio.charset.StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    Thread.onSpinWait(); // taken, or nobody came
                }
            }
        }
    }
}
