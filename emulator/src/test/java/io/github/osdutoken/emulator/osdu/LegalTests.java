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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void fillsInWhatMayBeLeftOut() {
        assertThat(answer(create(LEGAL_TAG
                        .replace("\"expirationDate\":\"2099-01-01\",", "")
                        .replace("\"US\"", "\"us\"")
                        .replace("\"description\":\"Test data\",", "")
                        .replace("\"EAR99\"", "\"EAR99\",\"extensionProperties\":{\"a\":[1]},\"unknown\":1"))))
                .isEqualTo("201 "
                        + STORED_LEGAL_TAG
                                .replace("2099-01-01", "9999-12-31")
                                .replace("Test data", "")
                                .replace("\"EAR99\"", "\"EAR99\",\"extensionProperties\":{\"a\":[1]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    public-usa         | us  | Invalid name given. It needs to be between 3 and 100 characters and only alphanumeric characters and hyphens allowed e.g. 'usa-public'. Found: us
                    "US"               | "XX" | Invalid country of origin set. It should match one of the ISO alpha 2 codes and be a country with no restriction on data residency. Found: [XX].
                    "US"               |     | Invalid country of origin set. It should match one of the ISO alpha 2 codes and be a country with no restriction on data residency. Found: [].
                    A1234              | A   | Invalid Contract Id given. Only 'Unknown' 'No Contract Related' or the real contract ID are allowed values. The contract ID must be between 3 and 40 characters and only include alphanumeric values and hyphens,
                    2099-01-01         | 2026-11-23 | Expiration date must be a value in the future. Given 2026-11-23
                    2099-01-01         | soon | Invalid expiration date given. It needs to be of the form YYYY-MM-DD. Found: soon
                    MyCompany          | M/C | Invalid Originator given. Only alphanumeric characters, whitespaces, hyphens and periods are allowed and must be between 3 and 60 characters. Found: M/C
                    Transferred Data   | Data | Invalid data type set on LegalTag properties. Found: Data.
                    "Public"           | "Secret" | Secret data is currently not allowed. Please do not upload this.
                    "Public"           | "Open" | Invalid security classification on LegalTag properties. Found: Open.
                    No Personal Data   | Much | Invalid personal data value on LegalTag properties. Found: Much.
                    EAR99              | EAR | Invalid export classification on LegalTag properties. Found: EAR.
                    A1234","expirationDate":"2099-01-01","originator":"MyCompany","dataType":"Transferred | Unknown","originator":"MyCompany","dataType":"Third Party | You need to set an expiration date and contract ID.
                    """, quoteCharacter = '`')
    void refusesATagThatBreaksARule(String valid, String invalid, String violation) {
        assertThat(LEGAL_TAG).contains(valid);
        assertThat(answer(create(LEGAL_TAG.replace(valid, invalid == null ? "" : invalid))))
                .isEqualTo("400 "
                        + Bodies.error(400, "Validation error.", "{\\\"errors\\\":[\\\"" + violation + "\\\"]}"));
    }

    @Test
    void namesAllThatIsWrong() {
        assertThat(create("{\"name\":\"a\"}").body())
                .contains(
                        "Invalid name given.",
                        "Invalid Contract Id given.",
                        "Invalid Originator given.",
                        "Invalid data type",
                        "Invalid security",
                        "Invalid personal",
                        "Invalid export");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"properties\":{\"countryOfOrigin\":[null]}}",
                "{\"name\":",
                "{\"properties\":{\"countryOfOrigin\":\"US\"}}"
            })
    void doesNotUnderstandABodyOfAnotherShape(String body) {
        assertThat(answer(create(body))).isEqualTo("400 " + Bodies.error(400, "Bad Request", "Failed to read request"));
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
                .startsWith("{\"countriesOfOrigin\":{\"AD\":\"Andorra\",")
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
