package io.github.osdutoken.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Selenium Grid on a free port of loopback, a program of its own, until closed. Its node's browsers are Chromium in a wrapper, as a container's are.
 */
final class Grid implements AutoCloseable {

    private static final Path LIBRARY = Path.of("grid", "target", "lib").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "grid").toAbsolutePath();
    private static final Duration START = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI url;
    private final List<Process> processes = new ArrayList<>();
    private final String authorization;
    private final int nodes;

    private Grid(int port, String authorization, int nodes) {
        this.authorization = authorization;
        this.nodes = nodes;
        url = URI.create("http://127.0.0.1:" + port);
    }

    /** Start one that is all in one. */
    static Grid standalone(int sessions, String... more) throws Exception {
        return standalone(sessions, "", more);
    }

    /** Start one that is all in one, and wants a password. */
    static Grid guarded(int sessions, String username, String password, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--username", username, "--password", password));
        arguments.addAll(List.of(more));
        String pair = username + ":" + password;
        return standalone(
                sessions,
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                arguments.toArray(String[]::new));
    }

    /** Start a hub, and nodes with so many sessions each: a program of its own for each of them. */
    static Grid hub(int nodes, int sessions, String... more) throws Exception {
        int port = freePort();
        int publish = freePort();
        int subscribe = freePort();
        Grid grid = new Grid(port, "", nodes);
        List<String> browsers = node(sessions);
        List<String> bus = List.of(
                "--publish-events", "tcp://127.0.0.1:" + publish, "--subscribe-events", "tcp://127.0.0.1:" + subscribe);
        List<String> hub = new ArrayList<>(List.of("hub", "--port", "" + port));
        hub.addAll(bus);
        hub.addAll(List.of(more));
        grid.start(hub);
        for (int number = 0; number < nodes; number++) {
            List<String> node = new ArrayList<>(List.of("node", "--port", "" + freePort()));
            node.addAll(bus);
            node.addAll(browsers);
            grid.start(node);
        }
        return grid.ready();
    }

    private static Grid standalone(int sessions, String authorization, String[] more) throws Exception {
        int port = freePort();
        Grid grid = new Grid(port, authorization, 1);
        List<String> arguments = new ArrayList<>(List.of("standalone", "--port", "" + port));
        arguments.addAll(node(sessions));
        arguments.addAll(List.of(more));
        grid.start(arguments);
        return grid.ready();
    }

    private static List<String> node(int sessions) throws IOException {
        return List.of(
                "--selenium-manager",
                "false",
                "--detect-drivers",
                "false",
                "--override-max-sessions",
                "true",
                "--max-sessions",
                "" + sessions,
                "--driver-configuration",
                "display-name=Chromium",
                "webdriver-executable=" + Programs.find("chromedriver"),
                "max-sessions=" + sessions,
                "stereotype={\"browserName\":\"chrome\",\"goog:chromeOptions\":{\"binary\":\"" + wrapper() + "\"}}");
    }

    /** Containers run as root, too. */
    private static Path wrapper() throws IOException {
        Path wrapper = Files.createDirectories(FOLDER).resolve("chromium");
        if (!Files.exists(wrapper)) {
            Path made = Files.createTempFile(
                    FOLDER,
                    "chromium",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(
                    made, "#!/bin/sh\nexec " + Programs.find("chromium", "google-chrome") + " --no-sandbox \"$@\"\n");
            Files.move(made, wrapper);
        }
        return wrapper;
    }

    private void start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                LIBRARY + File.separator + "*",
                "org.openqa.selenium.grid.Bootstrap"));
        command.addAll(arguments);
        command.addAll(List.of("--host", "127.0.0.1", "--tracing", "false"));
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start());
    }

    private Grid ready() throws Exception {
        try {
            Eventually.within(START, this::isReady);
            return this;
        } catch (Throwable e) {
            close();
            throw new AssertionError("The Grid did not start; it said:\n" + Files.readString(log()), e);
        }
    }

    private boolean isReady() {
        JsonNode status = status();
        return status.path("ready").asBoolean() && status.path("nodes").size() == nodes;
    }

    URI url() {
        return url;
    }

    /** Return what it has said. */
    Path log() {
        return FOLDER.resolve("grid-" + url.getPort() + ".log");
    }

    /** Return how many sessions it has now. */
    long sessions() {
        long sessions = 0;
        for (JsonNode node : status().path("nodes")) {
            for (JsonNode slot : node.path("slots")) {
                sessions += slot.path("session").isObject() ? 1 : 0;
            }
        }
        return sessions;
    }

    /** Kill it with all its browsers, as a machine that fails. */
    void killNode() {
        Process node = processes.get(processes.size() - 1);
        List<ProcessHandle> all =
                Stream.concat(Stream.of(node.toHandle()), node.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Return the processes of its browsers and drivers. */
    Stream<ProcessHandle> browsers() {
        return processes.stream().flatMap(Process::descendants);
    }

    private JsonNode status() {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/status"));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new JsonMapper().readTree(answer.body()).path("value");
        } catch (IOException e) {
            return new JsonMapper().createObjectNode(); // not yet, or no more
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = processes.stream()
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())))
                .toList();
        processes.forEach(Process::destroy);
        try {
            for (Process process : processes) {
                process.waitFor(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
