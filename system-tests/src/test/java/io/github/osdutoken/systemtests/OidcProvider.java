package io.github.osdutoken.systemtests;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Node's oidc-provider on loopback, with its own pages and those of {@code oidc-provider/shapes.js}, until closed. */
final class OidcProvider implements AutoCloseable {

    private static final Path SOURCES = Path.of("src", "test", "resources", "oidc-provider");
    private static final Path HOME = Path.of("target", "oidc-provider");
    private static final Pattern LISTENING = Pattern.compile("LISTENING (\\S+) (\\S+)");

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<List<String>> issuers = new CompletableFuture<>();
    private final Process process;

    OidcProvider(String password) throws Exception {
        install();
        ProcessBuilder builder = new ProcessBuilder("node", "server.js").directory(HOME.toFile());
        builder.redirectErrorStream(true).environment().put("PASSWORD", password);
        process = start(builder);
        Thread reader = new Thread(this::read, "oidc-provider-log");
        reader.setDaemon(true);
        reader.start();
        try {
            issuers.get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
            close();
            throw new AssertionError("oidc-provider did not start:\n" + String.join("\n", log), e);
        }
    }

    /** Return the issuer whose clients are shapes. */
    String shaped() {
        return issuers.join().get(0);
    }

    /** Return the issuer with oidc-provider's own pages, whose client is {@code default}. */
    String own() {
        return issuers.join().get(1);
    }

    /** Return what was posted to a shape's login page: the fields' names, and whether the password was right. */
    List<String> posts(String shape) {
        String begin = "POST " + shape + " ";
        return log.stream()
                .filter(line -> (line + " ").startsWith(begin))
                .map(line -> (line + " ").substring(begin.length()).strip())
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.matches()) {
                    issuers.complete(List.of(listening.group(1), listening.group(2)));
                }
            }
            issuers.completeExceptionally(new IllegalStateException("It ended"));
        } catch (IOException e) {
            issuers.completeExceptionally(e);
        }
    }

    /** Fetch what the lock file names, unless an earlier build has. */
    private static void install() throws Exception {
        Path lock = HOME.resolve("package-lock.json");
        Path installed = HOME.resolve("node_modules").resolve(".package-lock.json");
        boolean fetched = Files.exists(installed)
                && Files.exists(lock)
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
        Files.createDirectories(HOME);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Files.copy(source, HOME.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (fetched) {
            return;
        }
        Path output = HOME.resolve("npm.log").toAbsolutePath();
        Process npm = start(new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()));
        if (!npm.waitFor(300, TimeUnit.SECONDS) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new AssertionError("npm ci failed:\n" + Files.readString(output));
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "This test needs node (20 or later) and npm on the PATH; ci/test installs them. Debian, Ubuntu:"
                            + " apt-get install nodejs npm",
                    e);
        }
    }
}
