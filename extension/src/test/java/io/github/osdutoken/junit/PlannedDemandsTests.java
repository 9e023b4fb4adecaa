package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.RefreshToken;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Whose tokens a plan needs is known from its annotations. */
class PlannedDemandsTests {

    private static final Set<Class<?>> INITIALIZED = ConcurrentHashMap.newKeySet();

    private static List<String> users(Class<?>... testCases) {
        return PlannedDemands.of(Plans.discover(Map.of(), testCases)).stream()
                .map(demand -> demand.profileName() + (demand.scope().isEmpty() ? "" : " for " + demand.scope()))
                .toList();
    }

    @Test
    void everyPlaceCountsOnce() {
        assertThat(users(PlacesTestCase.class))
                .containsExactlyInAnyOrder(
                        "of-field",
                        "of-superclass",
                        "of-constructor",
                        "of-each",
                        "of-all",
                        "default",
                        "default for openid",
                        "of-repeated",
                        "of-factory",
                        "composed",
                        "of-nested");
    }

    static class Above {

        @OsduRefreshToken(profile = "of-superclass")
        AccessToken above; // JUnit 5.10 does not find a field that another one of its name hides
    }

    @Retention(RetentionPolicy.RUNTIME)
    @OsduRefreshToken(profile = "composed")
    @interface Composed {}

    static class PlacesTestCase extends Above {

        @OsduRefreshToken(profile = "of-field")
        static AccessToken token;

        PlacesTestCase(@OsduRefreshToken(profile = "of-constructor") AccessToken token) {}

        @BeforeEach
        void each(@OsduRefreshToken(profile = "of-each") AccessToken token) {}

        @AfterAll
        static void all(@OsduRefreshToken(profile = "of-all") AccessToken token) {}

        @Test
        void unnamed(@OsduRefreshToken AccessToken token, @OsduRefreshToken RefreshToken another) {}

        @Test
        void forAScope(@OsduRefreshToken(scope = "openid") AccessToken token, String notOurs) {}

        @RepeatedTest(2)
        void repeated(@OsduRefreshToken(profile = "of-repeated") AccessToken token) {}

        @TestFactory
        Stream<DynamicTest> factory(@OsduRefreshToken(profile = "of-factory") AccessToken token) {
            return Stream.empty();
        }

        @Test
        void composed(@Composed AccessToken token) {}

        @Nested
        class Inner {
            @Test
            void nested(@OsduRefreshToken(profile = "of-nested") AccessToken token) {}
        }
    }

    @Test
    void defaultsOfTheClassHold() {
        assertThat(users(DefaultsTestCase.class)).containsExactlyInAnyOrder("of-class", "of-class for openid", "own");
    }

    @OsduRefreshToken(profile = "of-class")
    static class DefaultsTestCase {
        @Test
        void usual(@OsduRefreshToken AccessToken token) {}

        @Test
        void own(@OsduRefreshToken(profile = "own") AccessToken token) {}

        @Nested
        class Inner {
            @Test
            @OsduRefreshToken(scope = "openid")
            void ofTheMethodToo(@OsduRefreshToken AccessToken token) {}
        }
    }

    @Test
    void whatMayNotRunOrSignsInByItselfIsLeftOut() {
        assertThat(users(NotAllTestCase.class, DisabledTestCase.class, RegisteredTestCase.class))
                .containsExactly("runs");
        assertThat(INITIALIZED).isEmpty();
    }

    @Test
    void aSuiteIsLeftOutSinceItsOwnParametersAreNotKnown() {
        assertThat(users(SuiteTestCase.class)).isEmpty();
        assertThat(Plans.discover(Map.of(), SuiteTestCase.class).countTestIdentifiers(TestIdentifier::isTest))
                .as("tests that will run")
                .isEqualTo(3);
    }

    @Suite
    @SelectClasses(DefaultsTestCase.class)
    @ConfigurationParameter(key = "osdu.username", value = "another@contoso.com")
    static class SuiteTestCase {}

    /** An annotation gives defaults; nobody is asked for. */
    @OsduRefreshToken(profile = "nobody-asks")
    static class NotAllTestCase {
        @Test
        @Disabled("on purpose")
        void disabled(@OsduRefreshToken AccessToken token) {}

        @Test
        @EnabledIfSystemProperty(named = "os.name", matches = ".*")
        void conditional(@OsduRefreshToken AccessToken token) {}

        @Test
        void fresh(@OsduRefreshToken(fresh = true) AccessToken token) {}

        @Test
        @EnabledIfOsduSignInConfigured
        void runs(@OsduRefreshToken(profile = "runs", disabledWithoutCredentials = true) AccessToken token) {}
    }

    @Disabled("on purpose")
    static class DisabledTestCase {

        @OsduRefreshToken
        static AccessToken token;

        @Nested
        class Inner {
            @Test
            void nested(@OsduRefreshToken AccessToken token) {}
        }
    }

    static class RegisteredTestCase {

        @RegisterExtension
        static final OsduRefreshTokenExtension OSDU = registered();

        static OsduRefreshTokenExtension registered() {
            INITIALIZED.add(RegisteredTestCase.class);
            return OsduRefreshTokenExtension.builder().build();
        }

        @Test
        void test(@OsduRefreshToken AccessToken token) {}
    }
}
