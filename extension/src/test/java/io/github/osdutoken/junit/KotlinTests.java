package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests written in Kotlin, which Maven compiles after those in Java. */
class KotlinTests {

    @Test
    void aTestInKotlinGetsItsTokens() throws ClassNotFoundException {
        Class<?> testCase = Class.forName("io.github.osdutoken.junit.KotlinTestCase");

        assertThat(Outcome.passed(AtSharedEmulator.run(testCase))).isEqualTo(2);
    }
}
