package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.CodeChallenge;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Parameters;
import io.github.osdutoken.emulator.oauth.Scope;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request in which nothing is wrong.
 *
 * @param target where the answer goes
 * @param scope what is asked for
 * @param nonce what the ID token must repeat, or {@code null}
 * @param challenge PKCE's challenge, or {@code null}
 * @param prompt what OpenID Connect lets a client ask for, or empty
 * @param loginHint who is expected to sign in, or empty
 */
record AuthorizationRequest(
        RedirectTarget target,
        Scope scope,
        @Nullable String nonce,
        @Nullable CodeChallenge challenge,
        String prompt,
        String loginHint) {

    private static final List<String> PROMPTS = List.of("", "login", "none", "select_account", "consent");

    /** Check what is left to check; errors go to the redirect URI. */
    static AuthorizationRequest of(Map<String, String> query, RedirectTarget target, Tenant tenant)
            throws EntraException {
        target.requireResponseMode();
        String responseType = Parameters.required(query, "response_type");
        if (!responseType.equals("code")) {
            throw Aadsts.UNSUPPORTED_RESPONSE_TYPE.with(responseType);
        }
        Scope scope = Scope.parse(Parameters.required(query, "scope"), target.app(), tenant);
        String prompt = query.getOrDefault("prompt", "");
        if (!PROMPTS.contains(prompt)) {
            throw Aadsts.UNSUPPORTED_PROMPT.with(prompt);
        }
        String loginHint = query.getOrDefault("login_hint", "");
        if (!loginHint.isEmpty() && prompt.equals("select_account")) {
            throw Aadsts.LOGIN_HINT_CONFLICT.with();
        }
        return new AuthorizationRequest(target, scope, query.get("nonce"), CodeChallenge.of(query), prompt, loginHint);
    }
}
