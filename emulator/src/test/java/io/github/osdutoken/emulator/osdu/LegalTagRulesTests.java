package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.LEGAL_TAG;
import static io.github.osdutoken.emulator.osdu.Bodies.STORED_LEGAL_TAG;
import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalTagRulesTests {

    private static final String TAGS = "/api/legal/v1/legaltags";

    private final Deployment osdu = new Deployment();

    @AfterEach
    void stop() {
        osdu.close();
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

    private HttpResponse<String> create(String tag) {
        return osdu.call(EDITOR, "POST", TAGS, tag);
    }
}
