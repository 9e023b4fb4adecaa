package io.github.osdutoken.oauth;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** A token endpoint's good answer (RFC 6749, section 5.1), its ID token not checked yet. */
final class TokenAnswer {

    /** A year: what is said to live longer is not counted on, and fits into a date. */
    private static final BigDecimal LONGEST_LIFETIME = BigDecimal.valueOf(365L * 24 * 60 * 60);

    private static final int MOST_DIGITS = 40;

    private final com.nimbusds.oauth2.sdk.token.AccessToken accessToken;
    private final @Nullable RefreshToken refreshToken;
    private final @Nullable JWT idToken;
    private final boolean lifetimeGiven;

    private TokenAnswer(
            com.nimbusds.oauth2.sdk.token.AccessToken accessToken,
            @Nullable RefreshToken refreshToken,
            @Nullable JWT idToken,
            boolean lifetimeGiven) {
        this.lifetimeGiven = lifetimeGiven;
        this.accessToken = accessToken;
        this.refreshToken = refreshToken;
        this.idToken = idToken;
    }

    /** Nimbus' parse exceptions may quote what they could not parse, so neither text nor cause is taken from them. */
    static TokenAnswer read(String attempted, HTTPResponse response) {
        if (response.getStatusCode() != 200) {
            throw Unusable.unexpected(attempted, response);
        }
        JSONObject json;
        try {
            json = JSONObjectUtils.parse(Objects.requireNonNullElse(response.getBody(), ""));
        } catch (ParseException e) {
            throw protocol(attempted, "The answer is " + Unusable.contentType(response) + " and not a JSON object.");
        }
        if (!(json.get("access_token") instanceof String)) {
            throw protocol(attempted, "The answer has no access_token.");
        }
        if (!(json.get("token_type") instanceof String type && type.equalsIgnoreCase("Bearer"))) {
            throw protocol(
                    attempted,
                    "The answer's token_type is '" + ServerText.quote(String.valueOf(json.get("token_type")))
                            + "', where Bearer is expected.");
        }
        json.values().removeIf(value -> value == null || value.equals(""));
        JWT idToken = idToken(attempted, json);
        try {
            if (json.containsKey("expires_in")) {
                json.put("expires_in", lifetime(json.get("expires_in")));
            }
            com.nimbusds.oauth2.sdk.token.Tokens tokens =
                    AccessTokenResponse.parse(json).getTokens();
            com.nimbusds.oauth2.sdk.token.RefreshToken refreshToken = tokens.getRefreshToken();
            return new TokenAnswer(
                    tokens.getAccessToken(),
                    refreshToken == null ? null : new RefreshToken(refreshToken.getValue()),
                    idToken,
                    json.containsKey("expires_in"));
        } catch (ParseException | NumberFormatException e) {
            throw protocol(attempted, "One of the answer's expires_in, scope and refresh_token is malformed.");
        }
    }

    /**
     * Read seconds as the number they should be, or as the text that Entra ID's version 1.0 makes of it. A number with more
     * digits than any lifetime would be reckoned with for minutes.
     */
    private static long lifetime(@Nullable Object value) {
        String text = String.valueOf(value);
        if (text.length() > MOST_DIGITS) {
            throw new NumberFormatException("too long");
        }
        return new BigDecimal(text).max(BigDecimal.ZERO).min(LONGEST_LIFETIME).longValue();
    }

    private static @Nullable JWT idToken(String attempted, JSONObject json) {
        Object value = json.get("id_token");
        if (value == null) {
            return null;
        }
        try {
            return JoseParser.jwt(String.valueOf(value));
        } catch (java.text.ParseException e) {
            throw protocol(attempted, "The answer's id_token is not a JSON Web Token.");
        }
    }

    private static SignInException protocol(String attempted, String found) {
        return SignInException.of(
                Reason.PROTOCOL,
                attempted,
                found,
                "Check osdu.issuer, and that no proxy or sign-in gateway answers in the server's place.");
    }

    TokenAnswer orKeep(RefreshToken old) {
        return refreshToken != null ? this : new TokenAnswer(accessToken, old, idToken, lifetimeGiven);
    }

    @Nullable
    JWT idToken() {
        return idToken;
    }

    Tokens tokens(String requestedScope, Instant sentAt, TokenOrigin origin, @Nullable IdToken checked) {
        return new Tokens(
                new AccessToken(accessToken.getValue(), end(sentAt)),
                refreshToken,
                checked,
                accessToken.getScope() == null
                        ? requestedScope
                        : accessToken.getScope().toString(),
                origin);
    }

    /**
     * Return when the access token ends: by expires_in, which is only recommended, or else by what the token says itself.
     * One that says nothing counts as expired at once: it serves now, and is never kept past an unknown end.
     */
    private Instant end(Instant sentAt) {
        if (lifetimeGiven) {
            return sentAt.plusSeconds(accessToken.getLifetime());
        }
        Instant longest = sentAt.plusSeconds(LONGEST_LIFETIME.longValue());
        try {
            Date exp = JoseParser.signedJwt(accessToken.getValue())
                    .getJWTClaimsSet()
                    .getExpirationTime();
            return exp == null ? sentAt : exp.toInstant().isBefore(longest) ? exp.toInstant() : longest;
        } catch (java.text.ParseException e) {
            return sentAt;
        }
    }
}
