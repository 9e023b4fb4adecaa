package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Quirk;
import io.github.osdutoken.emulator.http.MalformedRequestException;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token endpoint: authorization codes and refresh tokens in, tokens out. */
final class TokenEndpoint {

    private final Tenant tenant;
    private final AuthorizationCodes codes;
    private final RefreshTokens refreshTokens;
    private final TokenIssuer issuer;
    private final TokenPolicy policy;
    private final Faults faults;
    private final Clock clock;
    private final AssertionCheck assertions;

    TokenEndpoint(
            Tenant tenant,
            AuthorizationCodes codes,
            RefreshTokens refreshTokens,
            TokenIssuer issuer,
            TokenPolicy policy,
            Faults faults,
            Clock clock) {
        this.tenant = tenant;
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.issuer = issuer;
        this.policy = policy;
        this.faults = faults;
        this.clock = clock;
        this.assertions = new AssertionCheck(tenant, clock);
    }

    Response post(Request request) {
        Map<String, String> form = Map.of();
        try {
            tenant.require(request.variable("tenant"));
            form = form(request);
            return Json.response(200, tokens(request, form));
        } catch (EntraException e) {
            return OauthError.response(e, Trace.of(request, form, clock), tenant);
        }
    }

    /** Every other method. */
    Response refuse(Request request) {
        return OauthError.response(Aadsts.POST_ONLY.with(request.method()), Trace.of(request, Map.of(), clock), tenant);
    }

    private Map<String, Object> tokens(Request request, Map<String, String> form) throws EntraException {
        String grantType = Parameters.required(form, "grant_type");
        ClientAuthentication client = ClientAuthentication.of(request, form);
        AppRegistration app = tenant.app(client.clientId());
        try {
            client.check(app, assertions);
        } catch (EntraException e) {
            if (e.code() == Aadsts.CLIENT_IS_PUBLIC) {
                codes.burn(form.getOrDefault("code", ""));
            }
            throw e;
        }
        return switch (grantType) {
            case "authorization_code" -> redeem(app, form);
            case "refresh_token" -> refresh(app, form);
            case "client_credentials" -> ofItsOwn(app, form);
            default -> throw Aadsts.UNSUPPORTED_GRANT.with(grantType);
        };
    }

    private Map<String, Object> redeem(AppRegistration app, Map<String, String> form) throws EntraException {
        String code = Parameters.required(form, "code");
        String redirectUri = Parameters.required(form, "redirect_uri");
        Scope scope = scope(app, form);
        AuthorizationCodes.Binding binding = codes.redeem(code, app, redirectUri, form.get("code_verifier"));
        Grant grant = scope == null ? binding.grant() : binding.grant().with(scope);
        return answer(grant, binding.nonce());
    }

    private Map<String, Object> refresh(AppRegistration app, Map<String, String> form) throws EntraException {
        String token = Parameters.required(form, "refresh_token");
        Scope scope = scope(app, form);
        Grant grant = refreshTokens.use(token, app, faults.has(Quirk.REFRESH_TOKEN_SINGLE_USE));
        EmulatorUser user = tenant.users().current(grant.user());
        NewDemands.mustBeNone(grant, user);
        return answer(scope == null ? grant : grant.with(scope), null);
    }

    /** RFC 6749, section 4.4: the client as itself, with what was consented to for it. */
    private Map<String, Object> ofItsOwn(AppRegistration app, Map<String, String> form) throws EntraException {
        if (!app.isConfidential()) {
            throw Aadsts.CLIENT_NOT_CONFIDENTIAL.with();
        }
        String asked = Parameters.required(form, "scope");
        Scope scope = Scope.parse(Scope.ofAnApplication(asked), app, tenant);
        long seconds = policy.accessTokenSeconds();
        String token = issuer.appToken(app, scope.audience(), seconds);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", seconds);
        answer.put("ext_expires_in", seconds);
        answer.put("access_token", token);
        return answer;
    }

    private @Nullable Scope scope(AppRegistration app, Map<String, String> form) throws EntraException {
        String scope = form.getOrDefault("scope", "");
        return scope.isBlank() ? null : Scope.parse(scope, app, tenant);
    }

    private Map<String, Object> answer(Grant grant, @Nullable String nonce) {
        long seconds = policy.accessTokenSeconds();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("scope", grant.scope().granted());
        answer.put("expires_in", seconds);
        answer.put("ext_expires_in", seconds);
        answer.put("access_token", issuer.accessToken(grant, seconds));
        if (grant.scope().has("offline_access") && !faults.has(Quirk.NO_REFRESH_TOKEN)) {
            answer.put("refresh_token", refreshTokens.issue(grant));
        }
        if (grant.scope().has("openid")) {
            answer.put("id_token", issuer.idToken(grant, nonce));
        }
        Map<String, String> clientInfo = Map.of("uid", grant.user().objectId(), "utid", tenant.id());
        answer.put(
                "client_info",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Json.text(clientInfo).getBytes(StandardCharsets.UTF_8)));
        return answer;
    }

    /** Read the form; a body of another type counts for nothing, and one that is not clean is refused. */
    private static Map<String, String> form(Request request) throws EntraException {
        String contentType = request.header("content-type");
        if (contentType == null || !contentType.split(";", 2)[0].strip().equals("application/x-www-form-urlencoded")) {
            return Map.of();
        }
        try {
            if (request.repeatsField()) {
                throw Aadsts.MALFORMED.with();
            }
            return request.form();
        } catch (MalformedRequestException e) {
            throw Aadsts.MALFORMED.with();
        }
    }
}
