package io.github.osdutoken.systemtests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before an issuer, and has a fault happen at the step that is named. It sees each secret that passes, so it can
 * say afterwards what must not be found anywhere.
 */
final class FaultProxy implements AutoCloseable {

    /** What passes, and what may be done with it. */
    class Passing {

        private final Socket client;
        private final HttpMessage request;

        Passing(Socket client, HttpMessage request) {
            this.client = client;
            this.request = request;
        }

        /** Ask the issuer. */
        HttpMessage answer() throws IOException {
            URI to = upstream;
            try (Socket server = new Socket(to.getHost(), to.getPort())) {
                request.asHttp10().writeTo(server.getOutputStream());
                HttpMessage answer = HttpMessage.answer(server.getInputStream());
                note(answer.text() + "\n" + answer.header("Location").orElse(""));
                return answer;
            }
        }

        void send(HttpMessage answer) throws IOException {
            answer.writeTo(client.getOutputStream());
        }

        /** Send the beginning, and no more. */
        void sendPart(HttpMessage answer, int bytes) throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            answer.writeTo(whole);
            client.getOutputStream().write(whole.toByteArray(), 0, whole.size() - answer.body().length + bytes);
            client.getOutputStream().flush();
        }

        /** Send a body as fast as it is taken, for ever. */
        void sendWithoutEnd(HttpMessage answer) throws IOException {
            OutputStream out = client.getOutputStream();
            out.write((answer.firstLine() + "\r\nContent-Type: "
                            + answer.header("Content-Type").orElse("text/plain") + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.ISO_8859_1);
            while (closed.getCount() > 0) {
                out.write(blanks);
            }
        }

        /** Close the connection as a firewall does: with RST. */
        void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }

        /** Say nothing more until the other end, or this proxy, has had enough. */
        void stall() throws IOException, InterruptedException {
            closed.await(10, TimeUnit.MINUTES);
        }
    }

    /** What happens instead of an answer. */
    interface Fault {
        void meet(Passing passing) throws Exception;
    }

    private static final Pattern SECRETS = Pattern.compile(
            "\"(access_token|refresh_token|id_token)\":\"([^\"]+)|[?&](code|state|nonce)=([^&\\s\"]+)|(code_verifier)=([^&\\s]+)");

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<SignInStep, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<SignInStep> met = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile URI upstream = URI.create("http://127.0.0.1:9");

    FaultProxy() throws IOException {
        onThread(this::accept);
    }

    URI authority() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    void to(URI issuer) {
        upstream = issuer;
    }

    /** Have a fault happen at a step, each time, until {@link #heal}. */
    void at(SignInStep step, Fault fault) {
        faults.put(step, fault);
    }

    void heal() {
        faults.clear();
    }

    /** Tell whether a fault was prepared and has not happened. */
    boolean isUnmet() {
        return !faults.isEmpty() && met.isEmpty();
    }

    /** Return what each secret that passed is, by its value. */
    Map<String, String> secrets() {
        return secrets;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                onThread(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                InputStream in = client.getInputStream();
                OutputStream out = client.getOutputStream()) {
            HttpMessage request = HttpMessage.request(in).orElse(null);
            if (request != null) {
                serve(new Passing(client, request));
                out.flush();
            }
        } catch (IOException e) {
            closed.getCount(); // whoever asked has gone away, as some faults make them
        } catch (Exception e) {
            throw new IllegalStateException("The fault could not be made", e);
        }
    }

    private void serve(Passing passing) throws Exception {
        String[] line = passing.request.firstLine().split(" ", 3);
        String body = new String(passing.request.body(), StandardCharsets.ISO_8859_1);
        note(line[1] + "\n" + body);
        SignInStep step =
                SignInStep.of(line[0], line[1].replaceAll("\\?.*", ""), body).orElse(null);
        Fault fault = step == null ? null : faults.get(step);
        if (fault != null) {
            met.add(step);
            fault.meet(passing);
            return;
        }
        HttpMessage answer = passing.answer();
        Fault atRedirect = faults.get(SignInStep.REDIRECT);
        if (atRedirect != null && answer.header("Location").orElse("").matches(".*[?&]code=.*")) {
            met.add(SignInStep.REDIRECT);
            atRedirect.meet(new Passing(passing.client, passing.request) {
                @Override
                HttpMessage answer() {
                    return answer;
                }
            });
            return;
        }
        passing.send(answer);
    }

    private void note(String text) {
        Matcher matcher = SECRETS.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group < 7; group += 2) {
                if (matcher.group(group) != null) {
                    secrets.put(matcher.group(group + 1), matcher.group(group));
                }
            }
        }
    }

    private static void onThread(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
