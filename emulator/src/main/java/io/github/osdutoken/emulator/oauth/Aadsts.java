package io.github.osdutoken.emulator.oauth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The errors the emulator knows, by number and OAuth error; their texts are in {@code aadsts.properties}. */
public enum Aadsts {
    /** The redirect URI is not registered. */
    REDIRECT_URI_NOT_REGISTERED(50011, "invalid_request"),
    /** The redirect URI of the redemption differs. */
    REDIRECT_URI_CHANGED(500112, "invalid_grant"),
    /** The scope names a resource that is not there. */
    RESOURCE_NOT_FOUND(500011, "invalid_resource"),
    /** No such user. */
    UNKNOWN_USER(50034, "invalid_grant"),
    /** Smart lockout. */
    ACCOUNT_LOCKED(50053, "invalid_grant"),
    /** The password has expired. */
    PASSWORD_EXPIRED(50055, "invalid_grant", "user_password_expired"),
    /** The account is disabled. */
    ACCOUNT_DISABLED(50057, "invalid_grant"),
    /** The authority that is asked about is not this one. */
    UNKNOWN_INSTANCE(50049, "invalid_instance"),
    /** Nobody is signed in: normal on a first page, fatal with {@code prompt=none}. */
    NOT_SIGNED_IN(50058, "login_required"),
    /** A second factor is wanted that the grant was made without. */
    SECOND_FACTOR_WANTED(50076, "invalid_grant", "basic_action"),
    /** The page was open for too long. */
    FLOW_TOKEN_EXPIRED(50089, "invalid_request"),
    /** The user is not assigned to the application. */
    NOT_ASSIGNED(50105, "access_denied"),
    /** Wrong password. */
    INVALID_CREDENTIALS(50126, "invalid_grant"),
    /** PKCE with one half missing. */
    CODE_CHALLENGE_MISSING(50147, "invalid_request"),
    /** PKCE that does not match. */
    CODE_VERIFIER_MISMATCH(501481, "invalid_grant"),
    /** A code challenge that cannot be one. */
    CODE_CHALLENGE_INVALID(501491, "invalid_request"),
    /** The client assertion is no JSON Web Token, or one that is signed in no accepted way. */
    CLIENT_ASSERTION_MALFORMED(50027, "invalid_client"),
    /** The refresh token was revoked. */
    GRANT_REVOKED(50173, "invalid_grant"),
    /** A tenant must be named. */
    NOT_MULTI_TENANT(50194, "invalid_request"),
    /** The second factor was not passed. */
    STRONG_AUTHENTICATION_FAILED(500121, "interaction_required"),
    /** Conditional Access says no. */
    POLICY_BLOCKED(53003, "invalid_grant", "message_only"),
    /** The code was redeemed before. */
    CODE_REDEEMED(54005, "invalid_grant"),
    /** Nobody has consented to what the application asks for. */
    CONSENT_WANTED(65001, "invalid_grant", "consent_required"),
    /** The user said no to what the application asks for. */
    CONSENT_DECLINED(65004, "access_denied"),
    /** The grant is not one of ours. */
    GRANT_INVALID(70000, "invalid_grant"),
    /** Unknown application. */
    UNKNOWN_CLIENT(700016, "unauthorized_client"),
    /** The client assertion is about another client. */
    CLIENT_ASSERTION_FOREIGN(700021, "invalid_client"),
    /** The client assertion is for another endpoint. */
    CLIENT_ASSERTION_AUDIENCE(700023, "invalid_client"),
    /** The client assertion has expired, or is not valid yet. */
    CLIENT_ASSERTION_TIME(700024, "invalid_client"),
    /** The client assertion is signed by no registered certificate. */
    CLIENT_ASSERTION_SIGNATURE(700027, "invalid_client"),
    /** A secret from a public client. */
    CLIENT_IS_PUBLIC(700025, "invalid_client"),
    /** Unknown grant. */
    UNSUPPORTED_GRANT(70003, "unsupported_grant_type"),
    /** Unknown response type. */
    UNSUPPORTED_RESPONSE_TYPE(70005, "unsupported_response_type"),
    /** Unknown response mode. */
    UNSUPPORTED_RESPONSE_MODE(70007, "invalid_request"),
    /** The code is too old. */
    GRANT_EXPIRED(70008, "invalid_grant"),
    /** The refresh token was not used for ninety days. */
    REFRESH_TOKEN_EXPIRED(700082, "invalid_grant"),
    /** The scope cannot be granted. */
    INVALID_SCOPE(70011, "invalid_scope"),
    /** Wrong secret. */
    CLIENT_SECRET_INVALID(7000215, "invalid_client"),
    /** The grant is for clients that prove themselves. */
    CLIENT_NOT_CONFIDENTIAL(7000216, "invalid_request"),
    /** No secret from a confidential client. */
    CLIENT_SECRET_MISSING(7000218, "invalid_client"),
    /** Unknown tenant. */
    UNKNOWN_TENANT(90002, "invalid_request"),
    /** A hint and a choice at once. */
    LOGIN_HINT_CONFLICT(90005, "invalid_request"),
    /** A prompt that does not exist. */
    UNSUPPORTED_PROMPT(90023, "invalid_request"),
    /** A parameter is missing. */
    PARAMETER_MISSING(900144, "invalid_request"),
    /** A client that asks for itself asks for all that was consented to, or for nothing. */
    SCOPE_NOT_DEFAULT(1002012, "invalid_scope"),
    /** The endpoint wants another method. */
    POST_ONLY(900561, "invalid_request"),
    /** No redirect URI. */
    NO_REDIRECT_URI(900971, "invalid_request"),
    /** The form cannot be read. */
    MALFORMED(9002313, "invalid_request"),
    /** Cookie, context, canary and flow token are not those of one page. */
    SESSION_MISMATCH(165000, "invalid_request");

    private final int code;
    private final String error;
    private final String suberror;

    Aadsts(int code, String error) {
        this(code, error, "");
    }

    Aadsts(int code, String error, String suberror) {
        this.code = code;
        this.error = error;
        this.suberror = suberror;
    }

    /** Return the number. */
    public int code() {
        return code;
    }

    /** Return the OAuth 2.0 error. */
    public String error() {
        return error;
    }

    /** Return what Microsoft's clients choose the next step by, or empty. */
    public String suberror() {
        return suberror;
    }

    /** Tell whether whoever signs in anew has to repeat claims that the error carries. */
    boolean demandsClaims() {
        return this == SECOND_FACTOR_WANTED || this == POLICY_BLOCKED;
    }

    /** Make the error, to be thrown; the arguments fill the gaps in the text. */
    public EntraException with(Object... arguments) {
        String text = Texts.BY_CODE.getProperty(Integer.toString(code));
        return new EntraException(this, "AADSTS" + code + ": " + text.formatted(arguments));
    }

    private static final class Texts {
        private static final Properties BY_CODE = load();

        private static Properties load() {
            Properties texts = new Properties();
            try (InputStream in = Aadsts.class.getResourceAsStream("aadsts.properties")) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return texts;
        }
    }
}
