package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretTests {

    static Stream<Function<String, Secret>> kinds() {
        return Stream.of(
                text -> new AccessToken(text, Instant.EPOCH),
                RefreshToken::new,
                IdToken::new,
                Password::new,
                ClientSecret::new,
                TotpSecret::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void printsNothingOfItsText(Function<String, Secret> kind) {
        assertThat(kind.apply("canary")).hasToString("<redacted>");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givesItsTextToWhoAsks(Function<String, Secret> kind) {
        assertThat(kind.apply(" ä canary\n").value()).isEqualTo(" ä canary\n");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void equalsOneOfTheSameKindWithTheSameText(Function<String, Secret> kind) {
        assertThat(kind.apply("a")).isEqualTo(kind.apply("a")).hasSameHashCodeAs(kind.apply("a"));
        assertThat(kind.apply("a")).isNotEqualTo(kind.apply("b"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void cannotBeEmpty(Function<String, Secret> kind) {
        assertThatThrownBy(() -> kind.apply(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A " + kind.apply("x").getClass().getSimpleName() + " cannot be empty");
    }

    @Test
    void differsFromAnotherKindWithTheSameText() {
        assertThat((Secret) new RefreshToken("a")).isNotEqualTo(new IdToken("a"));
    }
}
