package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.RefreshToken;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Whole messages of what is told to someone who holds it wrong. Nobody is signed in for any of it. */
class WrongUseTests {

    private static final String SUPPORTED = " Supported are RefreshToken, AccessToken, IdToken, OsduSession and"
            + " TokenSource of io.github.osdutoken, java.util.function.Supplier<AccessToken>, and java.lang.String (the refresh token's"
            + " value).";

    /** Wrong on any machine, whatever its environment holds. */
    private static final Map<String, String> INCOMPLETE = Map.of("osdu.issuer", "ftp://x", "osdu.headless", "maybe");

    private static final String NAME = "io.github.osdutoken.junit.WrongUseTests$";

    record Coordinates(double latitude, double longitude) {}

    static class PrimitiveTestCase {
        @Test
        void test(@OsduRefreshToken int token) {}
    }

    static class RecordTestCase {
        @Test
        void test(@OsduRefreshToken Coordinates token) {}
    }

    static class SupplierOfStringTestCase {
        @Test
        void test(@OsduRefreshToken Supplier<String> token) {}
    }

    static class SupplierOfSomeStringTestCase {
        @Test
        void test(@OsduRefreshToken Supplier<? extends CharSequence> token) {}
    }

    static class OpenTestCase<T> {
        @Test
        void test(@OsduRefreshToken T token) {}
    }

    static class ArrayTestCase {
        @Test
        void test(@OsduRefreshToken AccessToken[] token) {}
    }

    @Test
    void parametersOfOtherTypesAreNamed() {
        assertThat(message(PrimitiveTestCase.class)).isEqualTo(unsupported("int"));
        assertThat(message(RecordTestCase.class)).isEqualTo(unsupported(NAME + "Coordinates"));
        assertThat(message(ArrayTestCase.class)).isEqualTo(unsupported("io.github.osdutoken.AccessToken[]"));
        assertThat(message(OpenTestCase.class)).isEqualTo(unsupported("T"));
        assertThat(message(SupplierOfStringTestCase.class))
                .isEqualTo(unsupported("java.util.function.Supplier<java.lang.String>"));
        assertThat(message(SupplierOfSomeStringTestCase.class))
                .isEqualTo(unsupported("java.util.function.Supplier<? extends java.lang.CharSequence>"));
    }

    private static String message(Class<?> testCase) {
        return Outcome.message(Tenant.run(Map.of(), testCase));
    }

    private static String unsupported(String type) {
        return "@OsduRefreshToken cannot be put on a parameter of type " + type + "." + SUPPORTED;
    }

    static class IntFieldTestCase {
        @OsduRefreshToken
        private int token;

        @Test
        void test() {
            assertThat(token).isZero();
        }
    }

    static class FinalFieldTestCase {
        @OsduRefreshToken
        private final @Nullable RefreshToken token = null;

        @Test
        void test() {
            assertThat(token).isNull();
        }
    }

    static class FinalStaticFieldTestCase {
        @OsduRefreshToken
        private static final @Nullable RefreshToken TOKEN = null;

        @Test
        void test() {
            assertThat(TOKEN).isNull();
        }
    }

    @Test
    void fieldsOfOtherTypesAreNamed() {
        EngineExecutionResults results = Tenant.run(Map.of(), IntFieldTestCase.class);

        assertThat(Outcome.failures(results)).singleElement().isInstanceOf(ExtensionConfigurationException.class);
        assertThat(Outcome.message(results))
                .isEqualTo("@OsduRefreshToken cannot be put on field [private int " + NAME
                        + "IntFieldTestCase.token] of type int." + SUPPORTED);
    }

    @Test
    void finalFieldsAreNamed() {
        assertThat(Outcome.message(Tenant.run(Map.of(), FinalFieldTestCase.class)))
                .isEqualTo("@OsduRefreshToken cannot set field [private final io.github.osdutoken.RefreshToken " + NAME
                        + "FinalFieldTestCase.token]: it is final. Remove 'final', or put the annotation on a"
                        + " parameter of the constructor.");
        assertThat(Outcome.message(Tenant.run(Map.of(), FinalStaticFieldTestCase.class)))
                .isEqualTo("@OsduRefreshToken cannot set field [private static final io.github.osdutoken.RefreshToken "
                        + NAME + "FinalStaticFieldTestCase.TOKEN]: it is final. Remove 'final', or put the annotation"
                        + " on a parameter of the constructor.");
    }

    interface Constants {
        @OsduRefreshToken
        @Nullable
        RefreshToken TOKEN = null;
    }

    static class ConstantTestCase implements Constants {
        @Test
        void test() {
            assertThat(TOKEN).isNull();
        }
    }

    @Test
    void anInterfacesFieldIsNamed() {
        assertThat(Outcome.message(Tenant.run(Map.of(), ConstantTestCase.class)))
                .isEqualTo("@OsduRefreshToken cannot set field [public static final io.github.osdutoken.RefreshToken "
                        + NAME + "Constants.TOKEN]: it is an interface's, and so final. Declare it in a class, or put"
                        + " the annotation on a parameter of a method.");
    }

    static class UnannotatedBesideAnnotatedTestCase {
        @Test
        void test(RefreshToken unannotated, @OsduRefreshToken RefreshToken token) {}
    }

    @Test
    void parametersWithoutTheAnnotationAreNeverClaimed() {
        assertThat(message(UnannotatedBesideAnnotatedTestCase.class))
                .startsWith("No ParameterResolver registered for parameter [io.github.osdutoken.RefreshToken"
                        + " unannotated] in method [void " + NAME + "UnannotatedBesideAnnotatedTestCase.test(");
    }

    static class UnknownProfileTestCase {
        @Test
        void test(@OsduRefreshToken(profile = "nobody") RefreshToken token) {}
    }

    static class OrdinaryTestCase {
        @Test
        void test(@OsduRefreshToken RefreshToken token) {}
    }

    static class OrdinaryFieldTestCase {
        @OsduRefreshToken
        private RefreshToken token;

        @Test
        void test() {
            assertThat(token).isNull();
        }
    }

    @Test
    void aProfileWithoutSettingsIsAnErrorThatListsThoseThereAre() {
        assertThat(Outcome.message(Tenant.run(Map.of("osdu.emulator", "true"), UnknownProfileTestCase.class)))
                .isEqualTo(
                        "Reading the sign-in configuration of profile nobody failed: The emulator refused: The"
                                + " emulator has no user for the profile nobody. It has: default, editor, viewer, admin,"
                                + " no-access, privileged, root, no-data-access. Choose one of its profiles, or unset osdu.emulator.");
    }

    @Test
    void aMissingConfigurationIsToldAtOnceAndWhole() {
        EngineExecutionResults results = Tenant.run(INCOMPLETE, OrdinaryFieldTestCase.class);

        assertThat(Outcome.failures(results)).singleElement().isInstanceOf(ConfigurationException.class);
        assertThat(Outcome.message(results))
                .startsWith("Reading the sign-in configuration failed: ")
                .contains(
                        " settings are missing or wrong. Mend each of them:",
                        "\n  - osdu.issuer is 'ftp://x', set by the JUnit configuration parameter osdu.issuer. Give a"
                                + " URL that begins with https:// or, where accepted, http://.\n",
                        "\n  - osdu.headless is 'maybe', set by the JUnit configuration parameter osdu.headless. Use one"
                                + " of true, false.");
    }

    @Test
    void whatFailsForAParameterIsTheCauseOfJUnitsOwnFailure() {
        EngineExecutionResults results = Tenant.run(INCOMPLETE, OrdinaryTestCase.class);
        List<Throwable> failures = Outcome.failures(results);

        assertThat(failures).singleElement().isInstanceOf(ParameterResolutionException.class);
        assertThat(failures.get(0)).hasCauseInstanceOf(ConfigurationException.class);
        assertThat(failures.get(0).getMessage())
                .startsWith("Failed to resolve parameter [io.github.osdutoken.RefreshToken token] in method [")
                .endsWith(": " + Outcome.message(results));
    }

    @Test
    void aSecretInAConfigurationParameterIsRefusedAndNotRepeated() {
        assertThat(Outcome.message(Tenant.run(
                        Map.of("osdu.emulator", "true", "osdu.password", "canary"), OrdinaryFieldTestCase.class)))
                .isEqualTo("Reading the sign-in configuration failed: osdu.password is a secret and set by the JUnit"
                        + " configuration parameter osdu.password; configuration parameters are kept in build files under"
                        + " version control and shown in reports. Remove it there, and set it in the environment as"
                        + " OSDU_PASSWORD, or name a file that holds it with OSDU_PASSWORD_FILE or osdu.password-file."
                        + " Change the secret if others have seen it.");
    }
}
