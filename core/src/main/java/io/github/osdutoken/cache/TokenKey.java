package io.github.osdutoken.cache;

import io.github.osdutoken.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Whose tokens, for what: two profiles with the same key share their tokens.
 *
 * @param account the user
 * @param clientId the application
 * @param scope what was asked for, in no order
 */
public record TokenKey(Account account, String clientId, Set<String> scope) {

    /** Return the key of a profile's tokens. */
    public static TokenKey of(Profile profile) {
        return new TokenKey(
                Account.of(profile),
                profile.client().id(),
                values(profile.client().scope()));
    }

    /** This is done for each token that is handed out, and so without a regular expression. */
    private static Set<String> values(String scope) {
        Set<String> values = new HashSet<>();
        for (StringTokenizer rest = new StringTokenizer(scope); rest.hasMoreTokens(); ) {
            values.add(rest.nextToken());
        }
        return values;
    }

    /** Return the key without its secrets, as what a file is bound to. */
    byte[] identity() {
        List<String> parts = new ArrayList<>(List.of(
                "tokens", account.issuer().toString(), Objects.requireNonNullElse(account.username(), ""), clientId));
        scope.stream().sorted().forEach(parts::add);
        return Fields.ofTexts(parts);
    }
}
