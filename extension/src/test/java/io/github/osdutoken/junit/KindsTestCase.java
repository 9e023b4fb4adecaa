package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.RefreshToken;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of every kind of test. */
class KindsTestCase {

    @RepeatedTest(2)
    void repeated(@OsduRefreshToken RefreshToken token) {
        assertThat(token).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wks", "master-data"})
    void parameterized(String kind, @OsduRefreshToken RefreshToken token) {
        assertThat(kind).isNotEmpty();
        assertThat(token).isNotNull();
    }

    @TestFactory
    Stream<DynamicTest> factory(@OsduRefreshToken RefreshToken token) {
        return Stream.of("one", "two")
                .map(name ->
                        DynamicTest.dynamicTest(name, () -> assertThat(token).isNotNull()));
    }
}
