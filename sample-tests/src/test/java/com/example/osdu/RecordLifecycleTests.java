package com.example.osdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.junit.OsduRefreshToken;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every OSDU demo shows: a legal tag, a record, its versions, search, deletion. As a user who edits data. */
class RecordLifecycleTests {

    private static final String KIND = "osdu:wks:osdu-token-sample:1.0.0";

    private OsduApi osdu;
    private String partition;
    private String id;

    @BeforeEach
    void useTheSession(@OsduRefreshToken OsduSession editor) {
        osdu = new OsduApi(editor);
        partition = editor.dataPartitionId();
        id = partition + ":osdu-token-sample:" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Leave nothing behind, however the test ended; 404 when it deleted the record itself. */
    @AfterEach
    void deleteTheRecord() throws Exception {
        assertThat(delete().status()).isIn(204, 404);
    }

    @Test
    void aRecordLivesFromItsLegalTagToItsDeletion() throws Exception {
        String tag = legalTag();

        store(record(tag, "first"));
        store(record(tag, "second"));

        assertThat(read("/api/storage/v2/records/" + id).at("/data/Name").asText())
                .isEqualTo("second");

        JsonNode versions = read("/api/storage/v2/records/versions/" + id).path("versions");
        assertThat(versions).hasSize(2);
        assertThat(read("/api/storage/v2/records/" + id + "/" + versions.path(0).asText())
                        .at("/data/Name")
                        .asText())
                .isEqualTo("first");

        await("search finds the record").atMost(Duration.ofMinutes(2)).until(this::isFound);

        assertThat(delete().status()).isEqualTo(204);
        assertThat(osdu.get("/api/storage/v2/records/" + id).status()).isEqualTo(404);
    }

    /** Return the name of a valid legal tag, created by whichever run comes first. */
    private String legalTag() throws Exception {
        String name = partition + "-osdu-token-sample";
        OsduApi.Answer answer = osdu.post("/api/legal/v1/legaltags", """
                {"name": "%s", "description": "For the sample tests of osdu-token", "properties": {
                  "countryOfOrigin": ["US"], "contractId": "A1234", "expirationDate": "2099-01-25",
                  "originator": "MyCompany", "dataType": "Public Domain Data", "securityClassification": "Public",
                  "personalData": "No Personal Data", "exportClassification": "EAR99"}}""".formatted(name));
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
        assertThat(read("/api/legal/v1/legaltags/" + name).path("name").asText())
                .isEqualTo(name);
        return name;
    }

    private String record(String legalTag, String name) throws Exception {
        return """
                [{"id": "%s", "kind": "%s", "acl": {"viewers": ["%s"], "owners": ["%s"]},
                  "legal": {"legaltags": ["%s"], "otherRelevantDataCountries": ["US"]}, "data": {"Name": "%s"}}]""".formatted(id, KIND, group("data.default.viewers"), group("data.default.owners"), legalTag, name);
    }

    /** Return a group's e-mail address; its domain differs from deployment to deployment. */
    private String group(String name) throws Exception {
        JsonNode groups = read("/api/entitlements/v2/groups").path("groups");
        return StreamSupport.stream(groups.spliterator(), false)
                .filter(group -> group.path("name").asText().equals(name))
                .map(group -> group.path("email").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("The user is not in " + name));
    }

    private void store(String records) throws Exception {
        OsduApi.Answer answer = osdu.put("/api/storage/v2/records", records);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().at("/recordIds/0").asText()).isEqualTo(id);
    }

    private JsonNode read(String path) throws Exception {
        OsduApi.Answer answer = osdu.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Ask the search service, which indexes in its own time. */
    private boolean isFound() throws Exception {
        OsduApi.Answer answer = osdu.post(
                "/api/search/v2/query", "{\"kind\": \"%s\", \"query\": \"id:\\\"%s\\\"\"}".formatted(KIND, id));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("totalCount").asInt() == 1;
    }

    private OsduApi.Answer delete() throws Exception {
        return osdu.post("/api/storage/v2/records/" + id + ":delete", "");
    }
}
