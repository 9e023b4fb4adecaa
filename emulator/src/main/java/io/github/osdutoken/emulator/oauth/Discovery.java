package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OpenID Connect discovery and the key set. */
final class Discovery {

    private final Tenant tenant;
    private final SigningKey key;
    private final Clock clock;

    Discovery(Tenant tenant, SigningKey key, Clock clock) {
        this.tenant = tenant;
        this.key = key;
        this.clock = clock;
    }

    Response configuration(Request request) {
        try {
            tenant.require(request.variable("tenant"));
        } catch (EntraException e) {
            return OauthError.response(e, Trace.of(request, Map.of(), clock), tenant);
        }
        // The endpoints repeat the tenant as it was asked for; the issuer always has the GUID.
        String base = tenant.authority() + "/" + request.variable("tenant");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("token_endpoint", base + "/oauth2/v2.0/token");
        document.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
        document.put("jwks_uri", base + "/discovery/v2.0/keys");
        document.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("response_types_supported", List.of("code"));
        document.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        document.put("issuer", tenant.issuer());
        document.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
        document.put(
                "claims_supported",
                List.of("sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid", "ver", "oid"));
        document.put("request_uri_parameter_supported", false);
        document.put("tenant_region_scope", "EU");
        document.put("cloud_instance_name", tenant.authority().getAuthority());
        return Json.response(200, document);
    }

    /** Which hosts are one authority, and where its metadata is; Microsoft's clients ask before all else. */
    Response instance(Request request) {
        String asked = request.query().getOrDefault("authorization_endpoint", "");
        String host = tenant.authority().getAuthority();
        if (!asked.startsWith(tenant.authority() + "/")) {
            return OauthError.response(Aadsts.UNKNOWN_INSTANCE.with(), Trace.of(request, Map.of(), clock), tenant);
        }
        String name =
                asked.substring(tenant.authority().toString().length() + 1).split("/", 2)[0];
        return Json.response(
                200,
                Map.of(
                        "tenant_discovery_endpoint",
                        tenant.authority() + "/" + name + "/v2.0/.well-known/openid-configuration",
                        "api-version",
                        "1.1",
                        "metadata",
                        List.of(Map.of("preferred_network", host, "preferred_cache", host, "aliases", List.of(host)))));
    }

    Response keys(Request request) {
        try {
            tenant.require(request.variable("tenant"));
        } catch (EntraException e) {
            return OauthError.response(e, Trace.of(request, Map.of(), clock), tenant);
        }
        return Json.response(200, key.publicKeys().toJSONObject());
    }
}
