package com.example.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.OsduSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The few OSDU calls these tests make, as one user. */
final class OsduApi {

    private static final Logger LOG = System.getLogger(OsduApi.class.getName());
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OsduSession session;

    OsduApi(OsduSession session) {
        this.session = session;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(json));
    }

    Answer put(String path, String json) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.ofString(json));
    }

    private Answer send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                session.request(path)
                        .method(method, body)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
        LOG.log(Level.DEBUG, "{0} {1} -> {2}", method, path, response.statusCode());
        return new Answer(response.statusCode(), response.body());
    }

    /** The status and the body of an answer. */
    record Answer(int status, String body) {

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }
}
