package io.github.osdutoken.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The loads that failed, from Chromium's performance log. Queries are dropped when they are read: one holds the code. */
final class FailedLoads {

    private static final int MOST = 50;

    private final Map<String, String> underWay = new HashMap<>();
    private final List<FailedLoad> failed = new ArrayList<>();

    void read(String method, JsonNode params) {
        String id = params.path("requestId").asText();
        String type = params.path("type").asText();
        switch (method) {
            case "Network.requestWillBeSent" ->
                underWay.put(id, place(params.path("request").path("url").asText()));
            case "Network.responseReceived" -> {
                JsonNode response = params.path("response");
                if (response.path("status").asInt() >= 400) {
                    add(
                            type,
                            place(response.path("url").asText()),
                            response.path("status").asText());
                }
            }
            case "Network.loadingFinished" -> underWay.remove(id);
            case "Network.loadingFailed" -> {
                String address = underWay.remove(id);
                // What the page itself gave up, to go on to the next, did not fail.
                if (address != null && !params.path("canceled").asBoolean()) {
                    add(type, address, params.path("errorText").asText());
                }
            }
            default -> {}
        }
    }

    List<FailedLoad> list() {
        return List.copyOf(failed);
    }

    private void add(String type, String address, String why) {
        if (failed.size() < MOST) {
            failed.add(new FailedLoad(type, address, why));
        }
    }

    private static String place(String url) {
        return url.startsWith("http") ? url.split("[?#]", 2)[0] : url.split(":", 2)[0] + ":\u2026";
    }
}
