package com.example.wells;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the application calls OSDU with; its settings are properties. */
@Component
class RecordReader {

    private final URI server;
    private final String partition;
    private final String token;

    RecordReader(
            @Value("${wells.osdu.server}") URI server,
            @Value("${wells.osdu.partition}") String partition,
            @Value("${wells.osdu.token}") String token) {
        this.server = server;
        this.partition = partition;
        this.token = token;
    }

    boolean exists(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        server.resolve("/api/storage/v2/records/" + partition + ":osdu-token-sample:" + id))
                .header("Authorization", "Bearer " + token)
                .header("data-partition-id", partition)
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        return switch (status) {
            case 200 -> true;
            case 404 -> false;
            default -> throw new IOException("OSDU answered " + status);
        };
    }
}
