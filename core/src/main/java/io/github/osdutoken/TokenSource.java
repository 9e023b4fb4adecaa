package io.github.osdutoken;

import org.jspecify.annotations.Nullable;

/**
 * Hands out the tokens of one profile's user, for any test framework or none.
 *
 * <pre>{@code
 * try (TokenSource tokens = TokenSource.of(Profile.load())) {
 *     HttpRequest request = HttpRequest.newBuilder(groups)
 *             .header("Authorization", "Bearer " + tokens.accessToken().value())
 *             .build();
 *     ...
 * }
 * }</pre>
 *
 * <p>The first request signs in with a browser; later ones are answered from memory, or from the encrypted file another
 * process left, and an access token near its end is renewed with the refresh token. All sources of a process share what
 * they have, unless {@code osdu.cache} is {@code none}, so that a user is signed in once however many tests ask. A
 * rejected password is not sent again for ten minutes, whoever asks.
 *
 * <p>Any number of threads may ask, and several sources may be open for one user. Closing one stops that source only: the
 * tokens stay with the others, and stay valid. With {@code osdu.cache=none} they are this source's own and forgotten.
 *
 * <p>Each method throws {@link SignInException} when no token can be had; its {@link SignInException#reason() reason}
 * says why. A closed source throws {@link IllegalStateException}.
 *
 * @since 0.1
 */
public final class TokenSource implements AutoCloseable {

    private final Profile profile;
    private volatile @Nullable Acquisition acquisition;

    TokenSource(Profile profile, Acquisition acquisition) {
        this.profile = profile;
        this.acquisition = acquisition;
    }

    /**
     * Make a source of a profile's tokens. Nothing is sent before the first token is asked for.
     *
     * @param profile who signs in, to which application, at which issuer
     * @return the source
     */
    public static TokenSource of(Profile profile) {
        return new TokenSource(profile, Acquisition.of(profile));
    }

    /**
     * Return a source of the same tokens whose sign-ins are watched.
     *
     * @param watcher who is told of each page
     * @return a new source
     */
    public TokenSource watchedBy(SignInWatcher watcher) {
        return new TokenSource(profile, open().watchedBy(watcher));
    }

    /**
     * Return the tokens, with an access token that is good for a minute or more (half its life, where that is less than
     * two).
     *
     * @return the tokens
     * @throws SignInException if none can be had
     */
    public Tokens tokens() {
        return open().tokens(profile, false);
    }

    /**
     * Sign in anew, whatever is known, and return the tokens of that.
     *
     * @return the tokens
     * @throws SignInException if none can be had
     */
    public Tokens freshTokens() {
        return open().tokens(profile, true);
    }

    /**
     * Return the refresh token.
     *
     * @return the newest one
     * @throws SignInException if none can be had, or the issuer gave none
     */
    public RefreshToken refreshToken() {
        return tokens().requiredRefreshToken();
    }

    /**
     * Return an access token that is good for a minute or more (half its life, where that is less than two).
     * {@code tokens::accessToken} is a supplier that renews
     * it whenever it has to.
     *
     * @return the access token
     * @throws SignInException if none can be had
     */
    public AccessToken accessToken() {
        return tokens().accessToken();
    }

    /**
     * Return the ID token of the last sign-in or refresh.
     *
     * @return the ID token
     * @throws SignInException if none can be had, or the issuer gave none
     */
    public IdToken idToken() {
        return tokens().requiredIdToken();
    }

    /** Hand out nothing more. A request that runs is let run; closing again does nothing. */
    @Override
    public void close() {
        acquisition = null;
    }

    private Acquisition open() {
        Acquisition open = acquisition;
        if (open == null) {
            throw new IllegalStateException(this + " is closed. Make another one with TokenSource.of(profile).");
        }
        return open;
    }

    /** Say whose tokens these are. */
    @Override
    public String toString() {
        return "TokenSource[" + profile + "]";
    }
}
