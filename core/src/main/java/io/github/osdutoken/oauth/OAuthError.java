package io.github.osdutoken.oauth;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.aadsts.AadstsCode;
import io.github.osdutoken.aadsts.AadstsCodes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth error, as it arrives at the redirect URI (RFC 6749, section 4.1.2.1; OpenID Connect Core, section 3.1.2.6) or
 * from the token endpoint (RFC 6749, section 5.2), explained by Entra ID's {@code AADSTS} number when there is one.
 *
 * @param error the value of {@code error}
 * @param description the value of {@code error_description}, or {@code null}
 * @param suberror Entra ID's {@code suberror} or {@code error_subcode}, or {@code null}
 * @since 0.1
 */
public record OAuthError(
        String error,
        @Nullable String description,
        @Nullable String suberror) {

    private record Meaning(Reason reason, String mend) {}

    /**
     * Return the reason to report for this error.
     *
     * @return the reason of the {@code AADSTS} number when we know it, otherwise of the error itself
     */
    public Reason reason() {
        return code().filter(AadstsCode::known)
                .map(AadstsCode::reason)
                .orElseGet(() -> meaning().reason());
    }

    /**
     * Make the exception that reports this error.
     *
     * @param attempted what was attempted, as a clause: "Signing in editor@contoso.com at https://…"
     * @return the exception, to be thrown; its message has no value that looks like a secret
     */
    public SignInException during(String attempted) {
        return during(attempted, reason());
    }

    SignInException during(String attempted, Reason reason) {
        return SignInException.of(reason, attempted, found(), mend());
    }

    /** Return whether a user has to sign in before this can work, as far as the error alone tells. */
    boolean asksForUser() {
        return switch (error) {
            case "invalid_grant", "interaction_required", "login_required", "consent_required" -> true;
            default -> false;
        };
    }

    Optional<AadstsCode> code() {
        return AadstsCodes.in(text());
    }

    private String text() {
        return description == null ? "" : description;
    }

    private String found() {
        // A known number is told in our words only: the server's may repeat what was sent.
        return code().filter(AadstsCode::known)
                .map(code -> code.describe(text()))
                .orElseGet(() -> "The server answered " + ServerText.quote(error)
                        + (suberror == null ? "" : " (" + ServerText.quote(suberror) + ")")
                        + (text().isBlank() ? "." : ": " + sentence(ServerText.quote(text()))));
    }

    private String mend() {
        return code().map(code -> code.known() ? code.mend() : meaning().mend() + " " + code.mend())
                .orElseGet(() -> meaning().mend());
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("…") ? text : text + ".";
    }

    private Meaning meaning() {
        if ("user_password_expired".equals(suberror)) {
            return new Meaning(Reason.PASSWORD_EXPIRED, "Change the test user's password and update osdu.password.");
        }
        if ("consent_required".equals(suberror)) {
            return new Meaning(Reason.CONSENT_REQUIRED, "Set osdu.accept-consent, or have an administrator consent.");
        }
        return switch (error) {
            case "access_denied", "consent_required" ->
                new Meaning(
                        Reason.CONSENT_REQUIRED,
                        "Set osdu.accept-consent, or ask the server's administrator why access is denied.");
            case "invalid_grant" ->
                new Meaning(Reason.INVALID_CREDENTIALS, "Sign in anew; if osdu.refresh-token is set, replace it.");
            case "interaction_required", "login_required", "account_selection_required" ->
                new Meaning(Reason.POLICY_BLOCKED, "Sign in anew with a browser.");
            case "invalid_client", "unauthorized_client" ->
                new Meaning(
                        Reason.APP_REGISTRATION,
                        "Check osdu.client-id and osdu.client-secret, and that the application may use the"
                                + " authorization code flow.");
            case "invalid_scope", "invalid_resource", "invalid_target" ->
                new Meaning(Reason.APP_REGISTRATION, "Correct osdu.scope.");
            case "invalid_request", "unsupported_response_type", "unsupported_grant_type" ->
                new Meaning(
                        Reason.APP_REGISTRATION,
                        "Check osdu.client-id, osdu.redirect-uri, osdu.scope and osdu.issuer.");
            case "server_error", "temporarily_unavailable" ->
                new Meaning(Reason.UNAVAILABLE, "Run again in a few minutes.");
            case "too_many_requests", "slow_down" -> new Meaning(Reason.THROTTLED, "Wait before the next run.");
            default -> new Meaning(Reason.PROTOCOL, "Check osdu.issuer, and look the error up in the server's manual.");
        };
    }

    /** Return the error's name and number, without the server's text. */
    @Override
    public String toString() {
        return "OAuthError[" + ServerText.quote(error)
                + code().map(code -> ", AADSTS" + code.number()).orElse("") + "]";
    }
}
