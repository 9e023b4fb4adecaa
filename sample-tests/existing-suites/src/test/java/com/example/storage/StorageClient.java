package com.example.storage;

import io.github.osdutoken.OsduServer;
import io.github.osdutoken.Profile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The one call these tests make. */
final class StorageClient {

    private StorageClient() {}

    /** Ask for a record that does not exist, and return the status: 404 for who may read, 401 or 403 for others. */
    static int statusOfAMissingRecord(String token) throws IOException, InterruptedException {
        // A suite has its own way to know the server, such as STORAGE_URL. The emulator has another port each time.
        OsduServer osdu = Profile.load().osdu();
        String id = osdu.dataPartitionId() + ":osdu-token-sample:missing";
        HttpRequest request = HttpRequest.newBuilder(osdu.uri().resolve("/api/storage/v2/records/" + id))
                .header("Authorization", "Bearer " + token)
                .header("data-partition-id", osdu.dataPartitionId())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
