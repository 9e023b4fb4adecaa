package io.github.osdutoken.cli.format;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Tokens;
import java.util.Map;

/**
 * What there is to write down.
 *
 * @param profile who asked, and where
 * @param tokens what was given
 * @param others the tokens of other profiles' users, by the profile's name, for the one format that takes several
 * @since 0.1
 */
public record Issued(Profile profile, Tokens tokens, Map<String, Tokens> others) {

    /** Keep a copy of the others. */
    public Issued {
        others = Map.copyOf(others);
    }

    /**
     * One user's tokens.
     *
     * @param profile who asked, and where
     * @param tokens what was given
     */
    public Issued(Profile profile, Tokens tokens) {
        this(profile, tokens, Map.of());
    }
}
