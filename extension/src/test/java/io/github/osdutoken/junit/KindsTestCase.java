package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.RefreshToken;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
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

    @TestTemplate
    @ExtendWith(Twice.class)
    void template(@OsduRefreshToken RefreshToken token) {
        assertThat(token).isNotNull();
    }

    static class Twice implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
        }
    }

    @TestFactory
    Stream<DynamicTest> factory(@OsduRefreshToken RefreshToken token) {
        return Stream.of("one", "two")
                .map(name ->
                        DynamicTest.dynamicTest(name, () -> assertThat(token).isNotNull()));
    }
}
