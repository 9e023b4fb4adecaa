package io.github.osdutoken.emulator;

/** What is different from a tenant at its best; all are off at first. */
public enum Quirk {
    /** "Stay signed in?" is not asked, as when the tenant turned it off. */
    NO_KMSI,
    /** The look-up of a user name says that it is throttled; the page goes on to the password. */
    CREDENTIAL_TYPE_THROTTLED,
    /** The sign-in page is of the Fluent make: other ids for the same two views. */
    FLUENT_SIGN_IN,
    /** A one-time code is checked by the page's script: a wrong one is refused in the same document. */
    TOTP_CHECKED_IN_PLACE,
    /** The last step to the redirect URI is not a 302 but a page whose script goes there. */
    REDIRECT_BY_SCRIPT,
    /** A password view that was just revealed says that a password is missing, which is no rejection. */
    PASSWORD_PROMPTED,
    /** The ID token has no nonce. */
    NONCE_OMITTED,
    /** The ID token has somebody else's nonce. */
    NONCE_WRONG,
    /** The ID token is from another issuer. */
    ISSUER_WRONG,
    /** The ID token is for another client. */
    AUDIENCE_WRONG,
    /** The ID token has expired. */
    ID_TOKEN_EXPIRED,
    /** The ID token is signed with a key that is not published. */
    SIGNATURE_WRONG,
    /** There is no refresh token, whatever was asked. */
    NO_REFRESH_TOKEN,
    /** A refresh token dies with its first use; Entra ID itself lets it live. */
    REFRESH_TOKEN_SINGLE_USE
}
