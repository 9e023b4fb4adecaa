package io.github.osdutoken.junit;

import static io.github.osdutoken.junit.AtSharedEmulator.EDITOR;
import static io.github.osdutoken.junit.AtSharedEmulator.STRANGER;
import static io.github.osdutoken.junit.AtSharedEmulator.VIEWER;
import static io.github.osdutoken.junit.AtSharedEmulator.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.RefreshToken;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An annotation on a method or type gives annotated places their defaults, the nearest one first. */
class DefaultsTests {

    @Test
    void aClassGivesItsMembersDefaults() {
        assertThat(Outcome.passed(AtSharedEmulator.run(OfClassTestCase.class))).isEqualTo(4);
    }

    @OsduRefreshToken(profile = "viewer")
    static class OfClassTestCase {

        @OsduRefreshToken
        private static AccessToken ofAll;

        @OsduRefreshToken
        private AccessToken ofEach;

        private final AccessToken ofConstructor;

        private @Nullable AccessToken expected;

        OfClassTestCase(@OsduRefreshToken AccessToken token) {
            ofConstructor = token;
        }

        @BeforeEach
        void isForEveryMember(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
            assertThat(token).isEqualTo(ofAll).isEqualTo(ofEach).isEqualTo(ofConstructor);
            expected = token;
        }

        @Test
        void isForParameters(@OsduRefreshToken AccessToken token) {
            assertThat(token).isEqualTo(expected);
        }

        @Test
        void losesToTheMembersOwn(@OsduRefreshToken(profile = "no-access") AccessToken token) {
            assertThat(user(token)).isEqualTo(STRANGER);
        }

        @Test
        void losesToTheUnnamedProfileWhenThatIsNamed(@OsduRefreshToken(profile = "default") AccessToken token) {
            assertThat(user(token)).isEqualTo(EDITOR);
        }

        @Test
        @OsduRefreshToken(profile = "no-access")
        void losesToTheMethods(
                @OsduRefreshToken AccessToken token, @OsduRefreshToken(profile = "default") AccessToken own) {
            assertThat(user(token)).isEqualTo(STRANGER);
            assertThat(user(own)).isEqualTo(EDITOR);
            assertThat(ofEach).as("a field is no member of the method").isEqualTo(expected);
        }

        @AfterEach
        @OsduRefreshToken(profile = "no-access")
        void lifecycleMethodsHaveTheirs(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(STRANGER);
        }
    }

    @Test
    void eachAttributeIsLookedForByItself() {
        assertThat(Outcome.message(AtSharedEmulator.run(TwoAttributesTestCase.class)))
                .as("the class's scope, the parameter's profile")
                .isEqualTo(
                        "Getting a refresh token failed: the issuer granted 'User.Read openid', which brought none. Add"
                                + " 'offline_access' to osdu.scope, and allow it in the application's registration.");
    }

    @OsduRefreshToken(scope = "openid")
    static class TwoAttributesTestCase {
        @Test
        void test(@OsduRefreshToken(profile = "no-access") RefreshToken token) {}
    }

    @Test
    void aTypesAnnotationClaimsNothingThatIsNotAnnotated() {
        assertThat(Outcome.failures(AtSharedEmulator.run(UnannotatedTestCase.class)))
                .singleElement()
                .asString()
                .contains("No ParameterResolver registered for parameter [io.github.osdutoken.AccessToken token]");
    }

    @OsduRefreshToken
    static class UnannotatedTestCase {

        private @Nullable AccessToken field;

        @Test
        @OsduRefreshToken
        void claimsNothing(AccessToken token) {}

        @Test
        void setsNothing() {
            assertThat(field).isNull();
        }
    }

    @Test
    void theNearestOfNestedClassesCounts() {
        assertThat(Outcome.passed(AtSharedEmulator.run(OuterTestCase.class))).isEqualTo(3);
    }

    @OsduRefreshToken(profile = "viewer")
    static class OuterTestCase {

        @OsduRefreshToken
        private AccessToken outer;

        private final AccessToken ofConstructor;

        OuterTestCase(@OsduRefreshToken AccessToken token) {
            ofConstructor = token;
        }

        @BeforeEach
        void whatIsOutsideStaysAsItIs(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
            assertThat(token).isEqualTo(outer).isEqualTo(ofConstructor);
        }

        @Nested
        class WithoutItsOwn {
            @Test
            void takesTheOneAround(@OsduRefreshToken AccessToken token) {
                assertThat(token).isEqualTo(outer);
            }
        }

        @Nested
        @OsduRefreshToken(profile = "no-access")
        class WithItsOwn {

            @OsduRefreshToken
            private AccessToken inner;

            @Test
            void takesIt(@OsduRefreshToken AccessToken token) {
                assertThat(user(token)).isEqualTo(STRANGER);
                assertThat(token).isEqualTo(inner);
            }

            @Nested
            class Deeper {
                @Test
                void takesTheNearest(@OsduRefreshToken AccessToken token) {
                    assertThat(token).isEqualTo(inner);
                }
            }
        }
    }

    @Test
    void aSubclassHasTheLastWordOnWhatItInherits() {
        assertThat(Outcome.passed(AtSharedEmulator.run(PlainSubclassTestCase.class, OtherSubclassTestCase.class)))
                .isEqualTo(2);
    }

    @OsduRefreshToken(profile = "viewer")
    abstract static class Base {

        @OsduRefreshToken
        private AccessToken field;

        private @Nullable AccessToken parameter;

        @BeforeEach
        void keep(@OsduRefreshToken AccessToken token) {
            parameter = token;
        }

        @Test
        void areOfOneUser(@OsduRefreshToken AccessToken token) {
            assertThat(token).isEqualTo(field).isEqualTo(parameter);
            assertThat(user(token)).isEqualTo(expected());
        }

        abstract String expected();
    }

    static class PlainSubclassTestCase extends Base {
        @Override
        String expected() {
            return VIEWER;
        }
    }

    @OsduRefreshToken(profile = "no-access")
    static class OtherSubclassTestCase extends Base {
        @Override
        String expected() {
            return STRANGER;
        }
    }

    @Test
    void annotationsMadeOfItGiveTheirs() {
        assertThat(Outcome.passed(AtSharedEmulator.run(ComposedTestCase.class))).isEqualTo(3);
    }

    @Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE
    })
    @Retention(RetentionPolicy.RUNTIME)
    @OsduRefreshToken(profile = "viewer")
    @interface AsViewer {}

    @Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @AsViewer
    @interface AsReader {}

    @Target({ElementType.PARAMETER, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @OsduRefreshToken(profile = "no-access")
    @interface AsStranger {}

    @AsViewer
    static class ComposedTestCase {

        @OsduRefreshToken
        private AccessToken ofClass;

        @AsReader
        private @Nullable AccessToken ofField;

        @Test
        void onClassAndField() {
            assertThat(user(ofClass)).isEqualTo(VIEWER);
            assertThat(ofField).isEqualTo(ofClass);
        }

        @Test
        void onAParameter(@AsStranger AccessToken token) {
            assertThat(user(token)).isEqualTo(STRANGER);
        }

        @Test
        @AsStranger
        void onAMethod(@OsduRefreshToken AccessToken token, @AsReader AccessToken own) {
            assertThat(user(token)).isEqualTo(STRANGER);
            assertThat(own).isEqualTo(ofClass);
        }
    }

    @Test
    void interfacesGiveTheirs() {
        assertThat(Outcome.passed(AtSharedEmulator.run(InterfaceTestCase.class)))
                .isEqualTo(2);
    }

    @OsduRefreshToken(profile = "viewer")
    interface Contract {

        @BeforeEach
        default void before(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
        }

        @Test
        default void test(@OsduRefreshToken AccessToken token, @AsStranger AccessToken other) {
            assertThat(user(token)).isEqualTo(VIEWER);
            assertThat(user(other)).isEqualTo(STRANGER);
        }
    }

    static class InterfaceTestCase implements Contract {
        @Test
        void ofItsOwn(@OsduRefreshToken AccessToken token) {
            assertThat(user(token)).isEqualTo(VIEWER);
        }
    }
}
