package io.github.osdutoken.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in without a browser: posts what the pages' scripts would post. */
final class HttpSignIn {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String REDIRECT_URI = "http://localhost:8080";
    private static final Pattern CONFIG = Pattern.compile("\\$Config=(\\{.*});");

    final Emulator emulator;
    final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    HttpSignIn(Emulator emulator) {
        this.emulator = emulator;
    }

    /** The parameters of a request in which nothing is wrong. */
    Map<String, String> request(String... others) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", emulator.clientId());
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("scope", scope());
        parameters.put("state", "a state & more");
        parameters.put("nonce", "n-1");
        return with(parameters, others);
    }

    String scope() {
        return emulator.clientId() + "/.default openid profile offline_access";
    }

    /** Set parameters, or take them away when the value is {@code -}. */
    static Map<String, String> with(Map<String, String> parameters, String... others) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        for (int i = 0; i < others.length; i += 2) {
            all.put(others[i], others[i + 1]);
        }
        all.values().removeIf("-"::equals);
        return all;
    }

    HttpResponse<String> authorize(Map<String, String> parameters) throws IOException, InterruptedException {
        return get(emulator.authority() + "/" + emulator.tenantId() + "/oauth2/v2.0/authorize?" + encode(parameters));
    }

    HttpResponse<String> login(JsonNode config, String username, String password, String... others)
            throws IOException, InterruptedException {
        Map<String, String> form = with(tokens(config), "login", username, "passwd", password);
        return post(config.get("urlPost").asText(), with(form, others));
    }

    HttpResponse<String> kmsi(JsonNode config, String option) throws IOException, InterruptedException {
        return post("/kmsi", with(tokens(config), "LoginOptions", option));
    }

    /** Send a page's form as its script would, with more fields. */
    HttpResponse<String> submit(HttpResponse<String> page, String... fields) throws IOException, InterruptedException {
        JsonNode config = config(page);
        return post(config.get("urlPost").asText(), with(tokens(config), fields));
    }

    /** Read a hidden field of a form that posts itself. */
    static String field(HttpResponse<String> page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("No field " + name + " in\n" + page.body());
        }
        return matcher.group(1)
                .replace("&#61;", "=")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Sign in all the way, and return the redirect's parameters. */
    Map<String, String> signIn(Map<String, String> parameters, String profile)
            throws IOException, InterruptedException {
        EmulatorUser user = emulator.user(profile);
        JsonNode first = config(authorize(parameters));
        JsonNode kmsi = config(login(first, user.username(), user.password()));
        return redirect(kmsi(kmsi, "0"));
    }

    HttpResponse<String> token(String... fields) throws IOException, InterruptedException {
        return token(Map.of("client_id", emulator.clientId()), fields);
    }

    private HttpResponse<String> token(Map<String, String> form, String... fields)
            throws IOException, InterruptedException {
        return post("/" + emulator.tenantId() + "/oauth2/v2.0/token", with(form, fields));
    }

    /** Redeem a code as it should be. */
    JsonNode redeem(String code, String... others) throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "client_id",
                emulator.clientId(),
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                REDIRECT_URI);
        return JSON.readTree(token(form, others).body());
    }

    HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return postRaw(path, "application/x-www-form-urlencoded", encode(form));
    }

    HttpResponse<String> postRaw(String path, String contentType, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(emulator.authority().resolve(path))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> credentialType(JsonNode config, String username) throws IOException, InterruptedException {
        Map<String, String> question = Map.of(
                "username", username,
                "originalRequest", config.get("sCtx").asText(),
                "flowToken", config.get("sFT").asText());
        return http.send(
                HttpRequest.newBuilder(
                                URI.create(config.get("urlGetCredentialType").asText()))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(question)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Read {@code $Config} from a page. */
    static JsonNode config(HttpResponse<String> page) throws IOException {
        Matcher matcher = CONFIG.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("No page but " + page + "\n" + page.body());
        }
        return JSON.readTree(matcher.group(1));
    }

    /** Read the parameters of a redirect, from query or fragment. */
    static Map<String, String> redirect(HttpResponse<String> response) {
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("No redirect but " + response + "\n" + response.body()));
        String encoded = location.replaceFirst("^[^?#]*[?#]", "").replaceFirst("#$", "");
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    static Map<String, String> tokens(JsonNode config) {
        return Map.of(
                "ctx",
                config.get("sCtx").asText(),
                "canary",
                config.get("canary").asText(),
                config.get("sFTName").asText(),
                config.get("sFT").asText());
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
