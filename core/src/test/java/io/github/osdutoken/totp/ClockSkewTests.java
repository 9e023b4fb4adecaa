package io.github.osdutoken.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockSkewTests {

    private static final String DATE = "Sun, 06 Nov 1994 08:49:37 GMT";

    @ParameterizedTest
    @CsvSource({
        "1994-11-06T08:48:50Z, This machine's clock is 47 s behind the issuer's.",
        "1994-11-06T08:49:58Z, This machine's clock is 21 s ahead of the issuer's.",
        "1994-11-06T08:51:37Z, This machine's clock is 2 min ahead of the issuer's.",
        "1994-11-06T07:49:37Z, This machine's clock is 60 min behind the issuer's.",
        "1994-11-07T08:49:37Z, This machine's clock is 24 h ahead of the issuer's.",
    })
    void saysHowWrongTheClockIs(Instant received, String sentence) {
        assertThat(ClockSkew.describe(DATE, received)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1994-11-06T08:49:17Z", "1994-11-06T08:49:37.5Z", "1994-11-06T08:49:57Z"})
    void saysNothingWhenTheClocksAgree(Instant received) {
        assertThat(ClockSkew.describe(DATE, received)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37"})
    void saysNothingWithoutADate(String date) {
        assertThat(ClockSkew.describe(date, Instant.EPOCH)).isEmpty();
    }
}
