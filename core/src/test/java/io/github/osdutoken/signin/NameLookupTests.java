package io.github.osdutoken.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameLookupTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6})
    void anAnswerAboutTheUserIsOne(int exists) {
        assertThat(NameLookup.answered("{\"IfExistsResult\":" + exists + ",\"ThrottleStatus\":0}")
                        .reason())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"2, 0, THROTTLED", "1, 1, THROTTLED", "4, 0, UNAVAILABLE", "-1, 0, UNAVAILABLE"})
    void anAnswerAboutTheServerIsNone(int exists, int throttled, Reason reason) {
        assertThat(NameLookup.answered("{\"IfExistsResult\":" + exists + ",\"ThrottleStatus\":" + throttled + "}")
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"IfExistsResult\":1,", "<html>Log in to the network</html>", "{\"error\":{}}"})
    void whatIsNoAnswerIsNone(String body) {
        assertThat(NameLookup.answered(body).reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void nobodyKnowsWhatIsNotTold() {
        assertThat(NameLookup.answered(null).reason()).isNull();
    }

    @Test
    void aStatusSaysItAll() {
        assertThat(NameLookup.failed("429").reason()).isEqualTo(Reason.THROTTLED);
        assertThat(NameLookup.failed("503").reason()).isEqualTo(Reason.UNAVAILABLE);
    }
}
