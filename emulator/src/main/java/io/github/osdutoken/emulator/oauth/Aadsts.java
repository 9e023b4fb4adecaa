package io.github.osdutoken.emulator.oauth;

/** The errors the emulator knows, with the OAuth error and the text that Entra ID gives them. */
public enum Aadsts {
    /** The redirect URI is not registered. */
    REDIRECT_URI_NOT_REGISTERED(
            50011,
            "invalid_request",
            "The redirect URI '%s' specified in the request does not match the redirect URIs configured for the"
                    + " application '%s'. Make sure the redirect URI sent in the request matches one added to your"
                    + " application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn"
                    + " more about how to troubleshoot this error."),
    /** The redirect URI of the redemption differs. */
    REDIRECT_URI_CHANGED(
            500112,
            "invalid_grant",
            "The reply address '%s' does not match the reply address '%s' provided when requesting Authorization"
                    + " code."),
    /** The scope names a resource that is not there. */
    RESOURCE_NOT_FOUND(
            500011,
            "invalid_resource",
            "The resource principal named %s was not found in the tenant named %s. This can happen if the application"
                    + " has not been installed by the administrator of the tenant or consented to by any user in the"
                    + " tenant. You might have sent your authentication request to the wrong tenant."),
    /** No such user. */
    UNKNOWN_USER(
            50034,
            "invalid_grant",
            "The user account %s does not exist in the %s directory. To sign into this application, the account must"
                    + " be added to the directory."),
    /** Smart lockout. */
    ACCOUNT_LOCKED(
            50053,
            "invalid_grant",
            "The account is locked, you've tried to sign in too many times with an incorrect user ID or password."),
    /** The password has expired. */
    PASSWORD_EXPIRED(50055, "invalid_grant", "The password is expired."),
    /** The account is disabled. */
    ACCOUNT_DISABLED(50057, "invalid_grant", "The user account is disabled."),
    /** Nobody is signed in: normal on a first page, fatal with {@code prompt=none}. */
    NOT_SIGNED_IN(50058, "login_required", "A silent sign-in request was sent but no user is signed in."),
    /** The page was open for too long. */
    FLOW_TOKEN_EXPIRED(50089, "invalid_request", "Authentication failed due to flow token expired."),
    /** The user is not assigned to the application. */
    NOT_ASSIGNED(
            50105,
            "access_denied",
            "Your administrator has configured the application %s ('%s') to block users unless they are specifically"
                    + " granted ('assigned') access to the application. The signed-in user '%s' is blocked because they"
                    + " are not a direct member of a group with access, nor had access directly assigned by an"
                    + " administrator. Please contact your administrator to assign access to this application."),
    /** Wrong password. */
    INVALID_CREDENTIALS(50126, "invalid_grant", "Error validating credentials due to invalid username or password."),
    /** PKCE with one half missing. */
    CODE_CHALLENGE_MISSING(
            50147, "invalid_request", "A Code_Challenge and a Code_Verifier belong together: the %s is missing."),
    /** PKCE that does not match. */
    CODE_VERIFIER_MISMATCH(
            501481,
            "invalid_grant",
            "The Code_Verifier does not match the code_challenge supplied in the authorization request."),
    /** A code challenge that cannot be one. */
    CODE_CHALLENGE_INVALID(501491, "invalid_request", "Invalid size of Code_Challenge parameter."),
    /** The refresh token was revoked. */
    GRANT_REVOKED(
            50173,
            "invalid_grant",
            "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have"
                    + " changed or reset their password. The grant was issued on '%s' and the TokensValidFrom date"
                    + " (before which tokens are not valid) for this user is '%s'."),
    /** A tenant must be named. */
    NOT_MULTI_TENANT(
            50194,
            "invalid_request",
            "Application '%s'(%s) is not configured as a multi-tenant application. Usage of the /common endpoint is not"
                    + " supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure"
                    + " the application to be multi-tenant."),
    /** The second factor was not passed. */
    STRONG_AUTHENTICATION_FAILED(
            500121, "interaction_required", "Authentication failed during strong authentication request."),
    /** The code was redeemed before. */
    CODE_REDEEMED(
            54005,
            "invalid_grant",
            "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing"
                    + " refresh token."),
    /** The user said no to what the application asks for. */
    CONSENT_DECLINED(65004, "access_denied", "User declined to consent to access the app."),
    /** The grant is not one of ours. */
    GRANT_INVALID(70000, "invalid_grant", "Provided grant is invalid or malformed: the %s is not valid."),
    /** Unknown application. */
    UNKNOWN_CLIENT(
            700016,
            "unauthorized_client",
            "Application with identifier '%s' was not found in the directory '%s'. This can happen if the application"
                    + " has not been installed by the administrator of the tenant or consented to by any user in the"
                    + " tenant. You may have sent your authentication request to the wrong tenant."),
    /** A secret from a public client. */
    CLIENT_IS_PUBLIC(
            700025,
            "invalid_client",
            "Client is public so neither 'client_assertion' nor 'client_secret' should be presented."),
    /** Unknown grant. */
    UNSUPPORTED_GRANT(70003, "unsupported_grant_type", "The app requested an unsupported grant type '%s'."),
    /** Unknown response type. */
    UNSUPPORTED_RESPONSE_TYPE(
            70005,
            "unsupported_response_type",
            "The app returned an unsupported response type '%s' due to: the response type is not enabled for the app."),
    /** Unknown response mode. */
    UNSUPPORTED_RESPONSE_MODE(
            70007, "invalid_request", "'%s' is not a supported value of 'response_mode' when requesting a code."),
    /** The code is too old. */
    GRANT_EXPIRED(
            70008,
            "invalid_grant",
            "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive"
                    + " authorization request for this user and resource."),
    /** The refresh token was not used for ninety days. */
    REFRESH_TOKEN_EXPIRED(
            700082,
            "invalid_grant",
            "The refresh token has expired due to inactivity. The token was issued on %s and was inactive for %s."),
    /** The scope cannot be granted. */
    INVALID_SCOPE(
            70011,
            "invalid_scope",
            "The provided request must include a 'scope' input parameter. The provided value for the input parameter"
                    + " 'scope' is not valid. The scope '%s' is not valid."),
    /** Wrong secret. */
    CLIENT_SECRET_INVALID(
            7000215,
            "invalid_client",
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value,"
                    + " not the client secret ID, for a secret added to app '%s'."),
    /** No secret from a confidential client. */
    CLIENT_SECRET_MISSING(
            7000218,
            "invalid_client",
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
    /** Unknown tenant. */
    UNKNOWN_TENANT(
            90002,
            "invalid_request",
            "Tenant '%s' not found. Check to make sure you have the correct tenant ID and are signing into the correct"
                    + " cloud. Check with your subscription administrator, this may happen if there are no active"
                    + " subscriptions for the tenant."),
    /** A hint and a choice at once. */
    LOGIN_HINT_CONFLICT(
            90005,
            "invalid_request",
            "Unable to complete request. The request is not valid since 'login_hint' and 'select_account' can't be used"
                    + " together."),
    /** A prompt that does not exist. */
    UNSUPPORTED_PROMPT(90023, "invalid_request", "Unsupported 'prompt' value: '%s'."),
    /** A parameter is missing. */
    PARAMETER_MISSING(900144, "invalid_request", "The request body must contain the following parameter: '%s'."),
    /** The endpoint wants another method. */
    POST_ONLY(900561, "invalid_request", "The endpoint only accepts POST requests. Received a %s request."),
    /** No redirect URI. */
    NO_REDIRECT_URI(900971, "invalid_request", "No reply address provided."),
    /** The form cannot be read. */
    MALFORMED(9002313, "invalid_request", "Invalid request. Request is malformed or invalid."),
    /** Cookie, context, canary and flow token are not those of one page. */
    SESSION_MISMATCH(
            165000,
            "invalid_request",
            "Invalid Request: The request tokens do not match the user context. Do not copy the user context values"
                    + " (cookies; form fields; headers) between different requests or user sessions; always maintain"
                    + " the ALL of the supplied values across a complete single user flow. Failure Reasons:[%s]");

    private final int code;
    private final String error;
    private final String text;

    Aadsts(int code, String error, String text) {
        this.code = code;
        this.error = error;
        this.text = text;
    }

    /** Return the number. */
    public int code() {
        return code;
    }

    /** Return the OAuth 2.0 error. */
    public String error() {
        return error;
    }

    /** Make the error, to be thrown; the arguments fill the gaps in the text. */
    public EntraException with(Object... arguments) {
        return new EntraException(this, "AADSTS" + code + ": " + text.formatted(arguments));
    }
}
