package io.github.osdutoken;

/**
 * Why no token could be had. Tests and scripts branch on this, never on a message's text.
 *
 * <p>Each reason belongs to a kind of failure, and each kind to one exit code of the command line: 2 for a
 * configuration that cannot work, 3 for a sign-in that was refused, 4 for something not available now, 5 for an answer
 * that cannot be trusted or understood.
 *
 * @since 0.1
 */
public enum Reason {
    /** A setting is missing, malformed, or given in a place where it is not accepted. */
    CONFIGURATION(2),

    /** The user name is unknown, or the password is wrong. */
    INVALID_CREDENTIALS(3),
    /** The account is locked after failed sign-ins, or the caller's address is blocked. */
    ACCOUNT_LOCKED(3),
    /** The account is switched off. */
    ACCOUNT_DISABLED(3),
    /** The password has to be changed before anything else can happen. */
    PASSWORD_EXPIRED(3),
    /** A second factor is asked for and none was configured that can be given. */
    MFA_REQUIRED(3),
    /** The second factor was given and not accepted. */
    MFA_REJECTED(3),
    /** The account must register a second factor first. */
    MFA_REGISTRATION_REQUIRED(3),
    /** The user has not agreed to what the application asks for. */
    CONSENT_REQUIRED(3),
    /** An administrator has to agree to what the application asks for. */
    ADMIN_CONSENT_REQUIRED(3),
    /** The user is not assigned to the application. */
    NOT_ASSIGNED(3),
    /** A policy of the organisation (Conditional Access, device, network) forbids this sign-in. */
    POLICY_BLOCKED(3),
    /** The application's registration does not fit the request: redirect URI, client id, secret, scope. */
    APP_REGISTRATION(3),
    /** The tenant does not exist, or the account belongs to another one. */
    WRONG_TENANT(3),

    /** The server asks to be called less often. */
    THROTTLED(4),
    /** The server cannot be reached or cannot answer now. */
    UNAVAILABLE(4),
    /** No browser, or no driver for it, could be started. */
    BROWSER_UNAVAILABLE(4),
    /** The time allowed for the whole sign-in was used up. */
    TIMEOUT(4),

    /** A page asks for a secret on a host that is neither the issuer's nor trusted. */
    UNTRUSTED_HOST(5),
    /** A page is not known, or comes again and again. */
    UNKNOWN_PAGE(5),
    /** An answer breaks the protocol: state, nonce, issuer, ID token. */
    PROTOCOL(5);

    private final int exitCode;

    Reason(int exitCode) {
        this.exitCode = exitCode;
    }

    /**
     * Return the command line's exit code for this reason.
     *
     * @return 2, 3, 4 or 5
     */
    public int exitCode() {
        return exitCode;
    }
}
