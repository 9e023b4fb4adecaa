package io.github.osdutoken;

/**
 * Hands out the tokens of one profile's user, for any test framework or none.
 *
 * <pre>{@code
 * TokenSource tokens = TokenSource.of(Profile.load());
 * String bearer = tokens.accessToken().value();
 * }</pre>
 *
 * <p>The first request signs in with a browser; later ones are answered from memory, and an access token near its end is
 * renewed with the refresh token. All sources of a process share what they have, unless {@code osdu.cache} is
 * {@code none}, so that a user is signed in once however many tests ask. A rejected password is not sent again for ten
 * minutes, whoever asks. Any number of threads may ask.
 *
 * <p>Each method throws {@link SignInException} when no token can be had; its {@link SignInException#reason() reason}
 * says why.
 *
 * @since 0.1
 */
public final class TokenSource {

    private final Profile profile;
    private final Acquisition acquisition;

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
        return new TokenSource(profile, acquisition.watchedBy(watcher));
    }

    /**
     * Return the tokens, with an access token that is good for at least a minute.
     *
     * @return the tokens
     * @throws SignInException if none can be had
     */
    public Tokens tokens() {
        return acquisition.tokens(profile, false);
    }

    /**
     * Sign in anew, whatever is known, and return the tokens of that.
     *
     * @return the tokens
     * @throws SignInException if none can be had
     */
    public Tokens freshTokens() {
        return acquisition.tokens(profile, true);
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
     * Return an access token that is good for at least a minute. {@code tokens::accessToken} is a supplier that renews
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

    /** Say whose tokens these are. */
    @Override
    public String toString() {
        return "TokenSource[" + profile + "]";
    }
}
