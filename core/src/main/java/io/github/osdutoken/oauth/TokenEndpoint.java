package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.github.osdutoken.Client;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint (RFC 6749, section 3.2): codes and refresh tokens in, tokens out, an ID token checked.
 *
 * <p>A client with a secret sends it as {@code client_secret_post} where the server supports that, otherwise as {@code
 * client_secret_basic}; one with a certificate signs an assertion ({@code private_key_jwt}); a public one sends its id
 * only. The JVM's proxy settings and trust store apply.
 *
 * @since 0.1
 */
public final class TokenEndpoint {

    /** How long to wait before a repeatable request is sent again, when the server does not say. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** Where a new sign-in meets the same refusal, or makes things worse. */
    private static final Set<Reason> NOT_MENDED_BY_SIGN_IN = EnumSet.of(
            Reason.THROTTLED,
            Reason.UNAVAILABLE,
            Reason.ACCOUNT_LOCKED,
            Reason.ACCOUNT_DISABLED,
            Reason.APP_REGISTRATION);

    private final AuthorizationServer server;
    private final Client client;
    private final GrantRequests requests;
    private final EntraAccessToken expected;
    private final Duration timeout;
    private final Clock clock;
    private final Duration pause;

    /**
     * Make the endpoint for one client.
     *
     * @param server whose token endpoint it is
     * @param client the application that asks
     * @param username whose tokens they are to be, or {@code null} for anyone's; checked where the token tells, as Entra
     *     ID's do
     * @param timeout how long one exchange or refresh may take, the check of its ID token included
     */
    public TokenEndpoint(AuthorizationServer server, Client client, @Nullable String username, Duration timeout) {
        this(server, client, username, timeout, Clock.systemUTC(), PAUSE);
    }

    TokenEndpoint(
            AuthorizationServer server,
            Client client,
            @Nullable String username,
            Duration timeout,
            Clock clock,
            Duration pause) {
        this.server = server;
        this.client = client;
        this.requests = new GrantRequests(server, client, clock);
        this.expected = new EntraAccessToken(server, client, username);
        this.timeout = timeout;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Have the keys that sign ID tokens read in the background, so that they are here when tokens come. A failure shows
     * when they are needed, and not now.
     */
    public void prepare() {
        SigningKeys keys = new SigningKeys(server.jwksUri(), new BackChannel(timeout), pause);
        if (keys.kept().isEmpty()) {
            Thread reading = new Thread(keys::readAhead, "osdu-signing-keys");
            reading.setDaemon(true);
            reading.start();
        }
    }

    /**
     * Exchange a code for tokens (RFC 6749, section 4.1.3; RFC 7636, section 4.5). The code is sent once, whatever
     * happens.
     *
     * @param code the code that arrived at the redirect URI
     * @param request the request it answers
     * @return the tokens, with the origin {@link TokenOrigin#SIGN_IN}
     * @throws SignInException if the server does not answer, refuses, or answers with what cannot be trusted
     */
    public Tokens exchange(AuthorizationCode code, AuthorizationRequest request) {
        String attempted = "Exchanging the authorization code at " + server.tokenEndpoint();
        BackChannel channel = new BackChannel(timeout);
        HTTPRequest tokenRequest = requests.request(new AuthorizationCodeGrant(
                new com.nimbusds.oauth2.sdk.AuthorizationCode(code.value()),
                request.redirectUri(),
                request.codeVerifier()));
        Instant sentAt = clock.instant();
        HTTPResponse response;
        try {
            response = channel.send(tokenRequest);
        } catch (IOException e) {
            throw Unusable.noAnswer(
                    attempted,
                    server.tokenEndpoint(),
                    e,
                    "Run again: the code may have been used, so it is not sent a second time. "
                            + Unusable.CHECK_NETWORK);
        }
        Optional<OAuthError> error = ErrorResponse.parse(
                response, sent(code.value(), request.codeVerifier().getValue()));
        if (error.isPresent()) {
            Reason reason = error.get().reason();
            // No password is checked here: what is refused is the code, and no credential is to be remembered as wrong.
            throw error.get().during(attempted, reason == Reason.INVALID_CREDENTIALS ? Reason.PROTOCOL : reason);
        }
        TokenAnswer answer = TokenAnswer.read(attempted, response);
        return checked(answer, channel, request.nonce(), null, sentAt, TokenOrigin.SIGN_IN);
    }

    /**
     * Exchange a refresh token for tokens, of whichever user it is.
     *
     * @param token the refresh token
     * @return what {@link #refresh(RefreshToken, IdToken)} returns
     * @throws SignInException as {@link #refresh(RefreshToken, IdToken)} does
     */
    public RefreshResult refresh(RefreshToken token) {
        return refresh(token, null);
    }

    /**
     * Exchange a refresh token for tokens (RFC 6749, section 6). A server that gives no new refresh token leaves the old
     * one in force.
     *
     * <p>A failed connection, an answer that does not come, a 5xx and a {@code Retry-After} that fits into the timeout are
     * tried again, twice at most. That a server may have taken the token already, and takes it only once, is no reason not
     * to: what it gave for it is lost, so the next to need a token would send the same one a little later.
     *
     * @param token the refresh token
     * @param before the ID token that came with it, whose user the new one has to be for (OpenID Connect Core, section
     *     12.2), or {@code null} when it is not known
     * @return the tokens, with the origin {@link TokenOrigin#REFRESH}, or that the token is no longer accepted
     * @throws SignInException if the server does not answer, refuses in a way that a new sign-in does not mend, or
     *     answers with what cannot be trusted
     */
    public RefreshResult refresh(RefreshToken token, @Nullable IdToken before) {
        String attempted = "Refreshing the tokens at " + server.tokenEndpoint();
        BackChannel channel = new BackChannel(timeout);
        AuthorizationGrant grant = new RefreshTokenGrant(new com.nimbusds.oauth2.sdk.token.RefreshToken(token.value()));
        Instant sentAt = clock.instant();
        HTTPResponse response = send(channel, attempted, () -> requests.request(grant));
        Optional<OAuthError> error = ErrorResponse.parse(response, sent(token.value()));
        if (error.filter(TokenEndpoint::refusesScope).isPresent()) {
            // Issuers may grant less than was asked for, such as no offline_access, and refuse to be asked again.
            response = send(channel, attempted, () -> requests.requestInGrantedScope(grant));
            error = ErrorResponse.parse(response, sent(token.value()));
        }
        if (error.isPresent()) {
            SignInException failure = error.get().during(attempted);
            if (error.get().asksForUser() && !NOT_MENDED_BY_SIGN_IN.contains(failure.reason())) {
                return new RefreshResult.Rejected(failure);
            }
            throw failure;
        }
        TokenAnswer answer = TokenAnswer.read(attempted, response).orKeep(token);
        return new RefreshResult.Refreshed(checked(answer, channel, null, before, sentAt, TokenOrigin.REFRESH));
    }

    private HTTPResponse send(BackChannel channel, String attempted, Supplier<HTTPRequest> request) {
        try {
            return new RepeatableRequest(channel, pause, request).send();
        } catch (IOException e) {
            throw Unusable.noAnswer(attempted, server.tokenEndpoint(), e, Unusable.CHECK_NETWORK);
        }
    }

    private static boolean refusesScope(OAuthError error) {
        return error.error().equals("invalid_scope") && error.code().isEmpty();
    }

    private Tokens checked(
            TokenAnswer answer,
            BackChannel channel,
            @Nullable Nonce nonce,
            @Nullable IdToken before,
            Instant sentAt,
            TokenOrigin origin) {
        SigningKeys keys = new SigningKeys(server.jwksUri(), channel, pause);
        IdToken idToken = new IdTokenCheck(server, client, keys).check(answer, nonce, before);
        Tokens tokens = answer.tokens(client.scope(), sentAt, origin, idToken);
        expected.check(tokens.accessToken().value());
        return tokens;
    }

    private List<String> sent(String... values) {
        return Stream.concat(Stream.of(values), requests.secrets().stream()).toList();
    }
}
