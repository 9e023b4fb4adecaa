package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Parameters;
import io.github.osdutoken.emulator.oauth.Tenant;
import io.github.osdutoken.emulator.oauth.Trace;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer of an authorization request goes, once it is known to be a place that the application registered.
 *
 * @param app the application
 * @param redirectUri the redirect URI as the client wrote it
 * @param responseMode {@code query}, {@code fragment} or {@code form_post}
 * @param state what the client wants back, or {@code null}
 */
record RedirectTarget(
        AppRegistration app,
        String redirectUri,
        String responseMode,
        @Nullable String state) {

    /** Find the target; until there is one, errors stay on a page. */
    static RedirectTarget of(Map<String, String> query, Tenant tenant) throws EntraException {
        AppRegistration app = tenant.app(Parameters.required(query, "client_id"));
        String redirectUri = query.getOrDefault("redirect_uri", "");
        if (redirectUri.isEmpty()) {
            throw Aadsts.NO_REDIRECT_URI.with();
        }
        if (app.redirectUris().stream().noneMatch(registered -> fits(registered, redirectUri))) {
            throw Aadsts.REDIRECT_URI_NOT_REGISTERED.with(redirectUri, app.clientId());
        }
        return new RedirectTarget(app, redirectUri, query.getOrDefault("response_mode", "query"), query.get("state"));
    }

    /** Compare as Entra ID does: letter by letter, but on loopback the port does not matter (RFC 8252 7.3). */
    private static boolean fits(String registered, String sent) {
        try {
            URI one = URI.create(registered);
            URI other = URI.create(sent);
            boolean loopback = "localhost".equals(one.getHost()) || "127.0.0.1".equals(one.getHost());
            return other.isAbsolute()
                    && other.getRawFragment() == null
                    && other.getRawUserInfo() == null
                    && String.valueOf(one.getScheme()).equals(other.getScheme())
                    && String.valueOf(one.getHost()).equals(other.getHost())
                    && (loopback || one.getPort() == other.getPort())
                    && path(one).equals(path(other))
                    && String.valueOf(one.getRawQuery()).equals(String.valueOf(other.getRawQuery()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    /** Check the response mode; an answer to an unknown one goes to the query. */
    void requireResponseMode() throws EntraException {
        if (!responseMode.equals("query") && !responseMode.equals("fragment") && !responseMode.equals("form_post")) {
            throw Aadsts.UNSUPPORTED_RESPONSE_MODE.with(responseMode);
        }
    }

    /** Send an error back. */
    Response error(EntraException e, Trace trace, Tenant tenant) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", e.code().error());
        parameters.put("error_description", trace.appendedTo(e.description(), "\r\n"));
        parameters.put(
                "error_uri", tenant.authority() + "/error?code=" + e.code().code());
        return answer(parameters);
    }

    /** Send parameters back. The state comes first, so that nobody gets by with "the first parameter is the code". */
    Response answer(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        if (state != null) {
            all.put("state", state);
        }
        all.putAll(parameters);
        if (responseMode.equals("form_post")) {
            return HiddenForm.posting(redirectUri, all);
        }
        String encoded = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI uri = URI.create(redirectUri);
        String base = uri.getRawPath() == null || uri.getRawPath().isEmpty()
                ? redirectUri.replaceFirst("^(\\w+://[^/?]+)", "$1/")
                : redirectUri;
        // Entra ID ends every redirect with an empty fragment, so that the browser does not carry an older one over.
        String location = responseMode.equals("fragment")
                ? base + "#" + encoded
                : base + (uri.getRawQuery() == null ? "?" : "&") + encoded + "#";
        return Response.redirect(location).with("Cache-Control", "no-store, no-cache");
    }
}
