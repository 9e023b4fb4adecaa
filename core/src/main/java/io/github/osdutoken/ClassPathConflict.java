package io.github.osdutoken;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another version of the OAuth library than ours, found first on the class path. It fails at any place, in words that
 * nobody understands; OSDU's acceptance suites, for one, bring versions that are years older.
 */
final class ClassPathConflict {

    private static final String LIBRARY = "com.nimbusds.";

    private ClassPathConflict() {}

    /**
     * Explain a failure, if it comes of such a conflict.
     *
     * @param attempted what was attempted, as a clause
     * @param failure a {@link LinkageError} or {@link ClassCastException}
     * @return the failure in words
     * @throws RuntimeException the failure itself, if it comes of anything else
     */
    static SignInException explained(String attempted, Throwable failure) {
        if (!isOfTheLibrary(failure)) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
        return SignInException.of(
                Reason.CONFIGURATION,
                attempted,
                "the class path has another version of the Nimbus library than osdu-token was built with ("
                        + String.join(", ", foundIn()) + "): "
                        + failure.getClass().getSimpleName() + ".",
                "Put osdu-token before it, or take osdu-token-junit with the classifier 'all', which brings its own copy"
                        + " under another name.",
                failure);
    }

    private static boolean isOfTheLibrary(Throwable failure) {
        return String.valueOf(failure.getMessage()).replace('/', '.').contains(LIBRARY)
                || Arrays.stream(failure.getStackTrace())
                        .limit(3)
                        .anyMatch(frame -> frame.getClassName().startsWith(LIBRARY));
    }

    private static List<String> foundIn() {
        return Stream.of(JWT.class, TokenRequest.class)
                .map(type -> {
                    CodeSource source = type.getProtectionDomain().getCodeSource();
                    return source == null ? type.getName() : String.valueOf(source.getLocation());
                })
                .distinct()
                .toList();
    }
}
