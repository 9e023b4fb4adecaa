package io.github.osdutoken.benchmarks.rivals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the protocol alone takes: the requests of the pages' scripts without a browser. Against a real issuer it is no way. */
final class HttpFloor {

    private static final Pattern CONFIG = Pattern.compile("\\$Config=(\\{.*});");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private HttpFloor() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(signIn());
    }

    static String signIn() throws IOException, InterruptedException {
        return new HttpFloor().refreshToken();
    }

    private String refreshToken() throws IOException, InterruptedException {
        Code code = new Code();
        JsonNode first = config(send(HttpRequest.newBuilder(URI.create(code.authorizationRequest()))));
        Map<String, String> question = Map.of(
                "username", Code.setting("OSDU_USERNAME"),
                "originalRequest", first.path("sCtx").asText(),
                "flowToken", first.path("sFT").asText());
        send(HttpRequest.newBuilder(
                        URI.create(first.path("urlGetCredentialType").asText()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Code.JSON.writeValueAsString(question))));
        JsonNode kmsi = config(
                post(first, Map.of("login", Code.setting("OSDU_USERNAME"), "passwd", Code.setting("OSDU_PASSWORD"))));
        String redirect = post(kmsi, Map.of("LoginOptions", "0"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return code.refreshToken(redirect, http);
    }

    private HttpResponse<String> post(JsonNode config, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> form = new TreeMap<>(fields);
        form.put("ctx", config.path("sCtx").asText());
        form.put("canary", config.path("canary").asText());
        form.put(config.path("sFTName").asText(), config.path("sFT").asText());
        URI to = URI.create(Code.setting("OSDU_AUTHORITY"))
                .resolve(config.path("urlPost").asText());
        return send(HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Code.encode(form))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode config(HttpResponse<String> page) throws IOException {
        Matcher matcher = CONFIG.matcher(page.body());
        if (!matcher.find()) {
            throw new IllegalStateException("No page but " + page.statusCode());
        }
        return Code.JSON.readTree(matcher.group(1));
    }
}
