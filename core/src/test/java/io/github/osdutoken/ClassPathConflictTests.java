package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What an older copy of the OAuth library on the class path looks like to a tester. */
class ClassPathConflictTests {

    @Test
    void isExplainedWithTheJarsThatWereFound() {
        NoSuchMethodError older =
                new NoSuchMethodError("'java.util.Map com.nimbusds.jose.jwk.JWKSet.toJSONObject(boolean)'");

        assertThat(ClassPathConflict.explained("Signing in editor@contoso.com", older))
                .hasCause(older)
                .hasMessageStartingWith(
                        "Signing in editor@contoso.com failed: the class path has another version of the"
                                + " Nimbus library than osdu-token was built with (file:")
                .hasMessageContaining("oauth2-oidc-sdk")
                .hasMessageEndingWith(
                        "): NoSuchMethodError. Put osdu-token before it, or take osdu-token-junit with the"
                                + " classifier 'all', which brings its own copy under another name.")
                .extracting(failure -> failure.reason())
                .isEqualTo(Reason.CONFIGURATION);
    }

    @Test
    void isSeenByWhereItFailed() {
        ClassCastException inTheLibrary = new ClassCastException("class A cannot be cast to class B");
        inTheLibrary.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("com.nimbusds.jose.JWSHeader", "parse", "JWSHeader.java", 1)
        });

        assertThat(ClassPathConflict.explained("Signing in", inTheLibrary)).hasCause(inTheLibrary);
    }

    @Test
    void isNotBlamedForDefectsOfOurs() {
        ClassCastException ours = new ClassCastException("class A cannot be cast to class B");

        assertThatThrownBy(() -> ClassPathConflict.explained("Signing in", ours))
                .isSameAs(ours);
    }
}
