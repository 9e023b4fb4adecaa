package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.RefreshToken;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.ReflectionSupport;

/** Where the annotation can be put. All of it costs one sign-in. */
class PositionTests {

    @TempDir
    private static Path folder;

    private static Tenant tenant;

    @BeforeAll
    static void start() {
        tenant = new Tenant(folder);
    }

    @AfterAll
    static void theUserSignedInOnce() {
        tenant.close();
        assertThat(tenant.emulator().passwordPosts("editor@contoso.com")).isEqualTo(1);
    }

    @Test
    void staticFieldsAreSetBeforeAll() {
        assertThat(Outcome.passed(tenant.run(StaticFieldTestCase.class))).isEqualTo(1);
    }

    static class StaticFieldTestCase {

        @OsduRefreshToken
        static RefreshToken token;

        @OsduRefreshToken
        private static RefreshToken hidden;

        @BeforeAll
        static void areSet() {
            assertThat(token).isNotNull().isEqualTo(hidden);
        }

        @Test
        void areStillSet() {
            assertThat(token).isNotNull().isEqualTo(hidden);
        }
    }

    @Test
    void instanceFieldsAreSetBeforeEach() {
        assertThat(Outcome.passed(tenant.run(InstanceFieldTestCase.class))).isEqualTo(1);
    }

    static class InstanceFieldTestCase {

        @OsduRefreshToken
        RefreshToken token;

        @OsduRefreshToken
        private RefreshToken hidden;

        @BeforeEach
        void areSet() {
            assertThat(token).isNotNull().isEqualTo(hidden);
        }

        @Test
        void areStillSet() {
            assertThat(token).isNotNull().isEqualTo(hidden);
        }
    }

    @Test
    void inheritedFieldsAreSet() {
        assertThat(Outcome.passed(tenant.run(InheritingTestCase.class))).isEqualTo(1);
    }

    abstract static class Base {

        @OsduRefreshToken
        private static RefreshToken ofAll;

        @OsduRefreshToken
        private RefreshToken ofEach;

        RefreshToken inherited() {
            assertThat(ofAll).isEqualTo(ofEach);
            return ofEach;
        }
    }

    static class InheritingTestCase extends Base {

        @Test
        void areSet() {
            assertThat(inherited()).isNotNull();
        }
    }

    @Test
    void aFieldIsSetThoughASubclassHidesItByItsName() {
        assertThat(Outcome.passed(tenant.run(HidingTestCase.class))).isEqualTo(1);
    }

    static class Hidden {

        @OsduRefreshToken
        private AccessToken token;

        AccessToken hidden() {
            return token;
        }
    }

    static class HidingTestCase extends Hidden {

        @OsduRefreshToken
        private RefreshToken token;

        @Test
        void areBothSet() {
            assertThat(token).isNotNull();
            assertThat(hidden()).isNotNull();
        }
    }

    @Test
    void genericPlacesGetWhatTheTestClassMakesOfThem() {
        assertThat(Outcome.passed(tenant.run(OfRefreshTokenTestCase.class, OfSuppliersTestCase.class)))
                .isEqualTo(2 * 3);
    }

    interface Contract<T> {

        Class<?> kind();

        @Test
        default void test(@OsduRefreshToken T token) {
            assertThat(token).isInstanceOf(kind());
        }
    }

    abstract static class Generic<A, T> implements Contract<T> {

        @OsduRefreshToken
        T field;

        @OsduRefreshToken
        Supplier<? extends A> supplier;

        @Test
        void fields() {
            assertThat(field).isInstanceOf(kind());
            assertThat(supplier.get()).isInstanceOf(AccessToken.class);
        }

        @Nested
        class Inside {

            @Test
            void ofTheClassAround(@OsduRefreshToken T token) {
                assertThat(token).isInstanceOf(kind());
            }
        }
    }

    static class OfRefreshTokenTestCase extends Generic<AccessToken, RefreshToken> {
        @Override
        public Class<?> kind() {
            return RefreshToken.class;
        }
    }

    abstract static class OfSuppliers<A> extends Generic<A, Supplier<A>> {}

    static class OfSuppliersTestCase extends OfSuppliers<AccessToken> {
        @Override
        public Class<?> kind() {
            return Supplier.class;
        }
    }

    @Test
    void aFactoryOfArgumentsIsServedWhereTheClassHasTheExtension() {
        assertThat(Outcome.passed(tenant.run(ArgumentsTestCase.class))).isEqualTo(1);
    }

    @OsduRefreshToken // registers the extension: JUnit does not look at the parameters of a factory of arguments
    static class ArgumentsTestCase {

        static Stream<AccessToken> tokens(@OsduRefreshToken AccessToken token) {
            return Stream.of(token);
        }

        @ParameterizedTest
        @MethodSource("tokens")
        void test(AccessToken argument, @OsduRefreshToken AccessToken token) {
            assertThat(argument).isEqualTo(token);
        }
    }

    @Test
    void parametersOfLifecycleMethodsAreResolved() {
        assertThat(Outcome.passed(tenant.run(LifecycleTestCase.class))).isEqualTo(1);
    }

    @Test
    void parametersOfEveryKindOfTestAreResolved() {
        assertThat(Outcome.passed(tenant.run(KindsTestCase.class))).isEqualTo(8);
    }

    @Test
    void parametersOfParameterizedClassesAreResolvedWhereJUnitHasThem() {
        // JUnit before 5.13 does not know the annotation, and runs the class as any other.
        boolean known = ReflectionSupport.tryToLoadClass("org.junit.jupiter.params.ParameterizedClass")
                .toOptional()
                .isPresent();

        assertThat(Outcome.passed(tenant.run(known ? ParameterizedClassTestCase.class : StaticFieldTestCase.class)))
                .isEqualTo(known ? 2 : 1);
    }

    @ParameterizedClass
    @ValueSource(strings = {"wks", "master-data"})
    static class ParameterizedClassTestCase {

        private final RefreshToken ofConstructor;

        ParameterizedClassTestCase(String kind, @OsduRefreshToken RefreshToken token) {
            assertThat(kind).isNotEmpty();
            ofConstructor = token;
        }

        @Test
        void test(@OsduRefreshToken RefreshToken token) {
            assertThat(token).isEqualTo(ofConstructor);
        }
    }

    @Test
    void nestedTestsHaveTheirOwnAndThoseAround() {
        assertThat(Outcome.passed(tenant.run(NestingTestCase.class))).isEqualTo(2);
    }

    @Test
    void aNestedTestAloneCanHaveOne() {
        assertThat(Outcome.passed(tenant.run(OnlyNestedTestCase.class))).isEqualTo(1);
    }

    static class OnlyNestedTestCase {

        @Nested
        class Inside {

            @OsduRefreshToken
            private static RefreshToken ofAll;

            @OsduRefreshToken
            private RefreshToken ofEach;

            @Test
            void areSet() {
                assertThat(ofAll).isNotNull().isEqualTo(ofEach);
            }
        }
    }

    @Test
    void anInstanceForTheWholeClassIsSetBeforeEach() {
        assertThat(Outcome.passed(tenant.run(PerClassTestCase.class))).isEqualTo(2);
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        @OsduRefreshToken
        private RefreshToken token;

        @BeforeAll
        void parametersAreResolved(@OsduRefreshToken RefreshToken early) {
            assertThat(early).isNotNull();
            assertThat(token).as("fields of the instance come later").isNull();
        }

        @RepeatedTest(2)
        void isSet() {
            assertThat(token).isNotNull();
        }
    }

    @Test
    void aRecordsComponentsAreResolved() {
        assertThat(Outcome.passed(tenant.run(RecordTestCase.class))).isEqualTo(1);
    }

    record RecordTestCase(@OsduRefreshToken RefreshToken token) {

        @Test
        void isSet() {
            assertThat(token).isNotNull();
        }
    }
}
