package com.example.osdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.junit.OsduRefreshToken;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every OSDU demo shows: a legal tag, a record, its versions, search, deletion. As a user who edits data. */
class RecordLifecycleTests {

    private final String kind = "osdu:wks:osdu-token-sample:1.0.0";

    private OsduSession session;
    private OsduApi osdu;
    private String partition;

    @BeforeEach
    void signIn(@OsduRefreshToken OsduSession editor) {
        session = editor;
        osdu = new OsduApi(session);
        partition = session.dataPartitionId();
    }

    @Test
    void theEditorBelongsToTheUsersOfThePartition() throws Exception {
        assertThat(osdu.get("/api/entitlements/v2/groups"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(200))
                .satisfies(answer -> assertThat(answer.json().path("groups"))
                        .anySatisfy(group -> assertThat(group.path("name").asText()).isEqualTo("users")));
    }

    @Test
    void aRecordLivesFromItsLegalTagToItsDeletion() throws Exception {
        String tag = legalTag();
        String id = partition + ":osdu-token-sample:" + UUID.randomUUID().toString().replace("-", "");

        assertThat(osdu.get("/api/legal/v1/legaltags/" + tag).json().path("name").asText()).isEqualTo(tag);

        OsduApi.Answer stored = osdu.put("/api/storage/v2/records", record(id, tag, "first"));
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        assertThat(stored.json().path("recordIds").path(0).asText()).isEqualTo(id);

        assertThat(osdu.put("/api/storage/v2/records", record(id, tag, "second")).status()).isEqualTo(201);

        JsonNode read = osdu.get("/api/storage/v2/records/" + id).json();
        assertThat(read.path("data").path("Name").asText()).isEqualTo("second");

        JsonNode versions = osdu.get("/api/storage/v2/records/versions/" + id).json().path("versions");
        assertThat(versions).hasSize(2);
        assertThat(osdu.get("/api/storage/v2/records/" + id + "/" + versions.path(0).asText())
                        .json()
                        .path("data")
                        .path("Name")
                        .asText())
                .isEqualTo("first");

        await("search finds the record").atMost(Duration.ofMinutes(2)).until(() -> isFound(id));

        assertThat(osdu.post("/api/storage/v2/records/" + id + ":delete", "").status()).isEqualTo(204);
        assertThat(osdu.get("/api/storage/v2/records/" + id).status()).isEqualTo(404);
    }

    /** Return the name of a valid legal tag, created by whichever run comes first. */
    private String legalTag() throws Exception {
        String name = partition + "-osdu-token-sample";
        OsduApi.Answer answer = osdu.post(
                "/api/legal/v1/legaltags",
                """
                {"name": "%s", "description": "For the sample tests of osdu-token", "properties": {
                  "countryOfOrigin": ["US"], "contractId": "A1234", "expirationDate": "2099-01-25",
                  "originator": "MyCompany", "dataType": "Public Domain Data", "securityClassification": "Public",
                  "personalData": "No Personal Data", "exportClassification": "EAR99"}}"""
                        .formatted(name));
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
        return name;
    }

    private String record(String id, String tag, String name) throws Exception {
        return """
                [{"id": "%s", "kind": "%s", "acl": {"viewers": ["%s"], "owners": ["%s"]},
                  "legal": {"legaltags": ["%s"], "otherRelevantDataCountries": ["US"]}, "data": {"Name": "%s"}}]"""
                .formatted(id, kind, group("data.default.viewers"), group("data.default.owners"), tag, name);
    }

    /** Return a group's e-mail address; its domain differs from deployment to deployment. */
    private String group(String name) throws Exception {
        JsonNode groups = osdu.get("/api/entitlements/v2/groups").json().path("groups");
        return StreamSupport.stream(groups.spliterator(), false)
                .filter(group -> group.path("name").asText().equals(name))
                .map(group -> group.path("email").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("The user is not in " + name));
    }

    /** Ask the search service, which indexes in its own time. */
    private boolean isFound(String id) throws Exception {
        OsduApi.Answer answer = osdu.post(
                "/api/search/v2/query", "{\"kind\": \"%s\", \"query\": \"id:\\"%s\\"\"}".formatted(kind, id));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("totalCount").asInt() == 1;
    }
}
