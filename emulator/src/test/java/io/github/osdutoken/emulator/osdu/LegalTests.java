package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.LEGAL_TAG;
import static io.github.osdutoken.emulator.osdu.Bodies.STORED_LEGAL_TAG;
import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LegalTests {

    private static final String TAGS = "/api/legal/v1/legaltags";

    private final Deployment osdu = new Deployment();

    @AfterEach
    void stop() {
        osdu.close();
    }

    @Test
    void createsATagOnce() {
        assertThat(answer(create(LEGAL_TAG))).isEqualTo("201 " + STORED_LEGAL_TAG);
        for (String again : new String[] {LEGAL_TAG, STORED_LEGAL_TAG}) {
            assertThat(answer(create(again)))
                    .isEqualTo("409 "
                            + Bodies.error(
                                    409,
                                    "Conflict",
                                    "A LegalTag already exists for the given name opendes-public-usa"));
        }
    }

    @Test
    void updatesATag() {
        create(LEGAL_TAG);
        assertThat(answer(osdu.call(
                        EDITOR,
                        "PUT",
                        TAGS,
                        "{\"name\":\"public-usa\",\"contractId\":\"B99\",\"description\":\"New\","
                                + "\"expirationDate\":\"2098-01-01\"}")))
                .isEqualTo("200 "
                        + STORED_LEGAL_TAG
                                .replace("A1234", "B99")
                                .replace("Test data", "New")
                                .replace("2099", "2098"));
        assertThat(answer(osdu.call(EDITOR, "PUT", TAGS, "{\"name\":\"other\"}")))
                .isEqualTo("404 "
                        + Bodies.error(
                                404, "Not found", "Cannot update a LegalTag that does not exist for given name other"));
        assertThat(osdu.call(EDITOR, "PUT", TAGS, "{\"name\":\"public-usa\",\"contractId\":\"?\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void listsAndValidatesTags() {
        create(LEGAL_TAG);
        create(LEGAL_TAG.replace("public-usa", "short-lived").replace("2099-01-01", "2026-11-24"));
        String shortLived =
                STORED_LEGAL_TAG.replace("public-usa", "short-lived").replace("2099-01-01", "2026-11-24");
        String names = "{\"names\":[\"opendes-public-usa\",\"opendes-short-lived\",\"nowhere\"]}";
        assertThat(answer(osdu.get(EDITOR, TAGS)))
                .isEqualTo("200 {\"legalTags\":[" + STORED_LEGAL_TAG + "," + shortLived + "]}");
        assertThat(answer(osdu.call(EDITOR, "POST", TAGS + ":validate", names)))
                .isEqualTo("200 {\"invalidLegalTags\":[{\"name\":\"nowhere\",\"reason\":\"LegalTag not found\"}]}");
        osdu.clock.advance(Duration.ofDays(1));
        assertThat(answer(osdu.get(EDITOR, TAGS + "?valid=true")))
                .isEqualTo("200 {\"legalTags\":[" + STORED_LEGAL_TAG + "]}");
        assertThat(answer(osdu.get(EDITOR, TAGS + "?valid=false")))
                .isEqualTo("200 {\"legalTags\":[" + shortLived + "]}");
        assertThat(answer(osdu.call(EDITOR, "POST", TAGS + ":validate", names)))
                .isEqualTo("200 {\"invalidLegalTags\":[{\"name\":\"opendes-short-lived\",\"reason\":"
                        + "\"Expiration date must be a value in the future. Given 2026-11-24\"},"
                        + "{\"name\":\"nowhere\",\"reason\":\"LegalTag not found\"}]}");
    }

    @Test
    void retrievesSeveralTags() {
        create(LEGAL_TAG);
        assertThat(answer(osdu.call(EDITOR, "POST", TAGS + ":batchRetrieve", "{\"names\":[\"public-usa\"]}")))
                .isEqualTo("200 {\"legalTags\":[" + STORED_LEGAL_TAG + "]}");
        assertThat(answer(
                        osdu.call(EDITOR, "POST", TAGS + ":batchRetrieve", "{\"names\":[\"public-usa\",\"nowhere\"]}")))
                .isEqualTo("404 {\"legalTags\":[" + STORED_LEGAL_TAG + "]}");
        assertThat(answer(osdu.call(EDITOR, "POST", TAGS + ":batchRetrieve", "{\"names\":[]}")))
                .isEqualTo("400 "
                        + Bodies.error(
                                400, "Validation error.", "{\\\"errors\\\":[\\\"size must be between 1 and 25\\\"]}"));
    }

    @Test
    void listsWhatIsAllowed() {
        assertThat(osdu.get(EDITOR, TAGS + ":properties").body())
                .startsWith("{\"countriesOfOrigin\":{\"AR\":\"Argentina\",")
                .contains(",\"otherRelevantDataCountries\":{\"AD\":\"Andorra\",")
                .endsWith(",\"securityClassifications\":[\"Public\",\"Private\",\"Confidential\"],"
                        + "\"exportClassificationControlNumbers\":[\"0A998\",\"EAR99\",\"Not - Technical Data\","
                        + "\"No License Required\"],\"personalDataTypes\":[\"Personally Identifiable\","
                        + "\"No Personal Data\"],\"dataTypes\":[\"Public Domain Data\",\"First Party Data\","
                        + "\"Second Party Data\",\"Third Party Data\",\"Transferred Data\"]}");
    }

    @Test
    void deletesATagThatIsThereOrNot() {
        create(LEGAL_TAG);
        for (int time = 1; time <= 2; time++) {
            assertThat(answer(osdu.call(OPS, "DELETE", TAGS + "/opendes-public-usa", null)))
                    .isEqualTo("204 ");
            assertThat(answer(osdu.get(EDITOR, TAGS))).isEqualTo("200 {\"legalTags\":[]}");
        }
        assertThat(osdu.call(OPS, "DELETE", TAGS + "/a_b", null).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> create(String tag) {
        return osdu.call(EDITOR, "POST", TAGS, tag);
    }
}
