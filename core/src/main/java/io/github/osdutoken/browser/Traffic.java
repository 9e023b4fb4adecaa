package io.github.osdutoken.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's window sends and what is still under way, from Chromium's performance log, as of the last reading
 * ({@link Browser#observe}, {@link Browser#readTraffic}). This is how a click that took effect is told from one that was
 * lost, and a slow answer from a page that does nothing. Used by the browser's one thread.
 */
public final class Traffic {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Pictures, fonts and beacons say nothing about whether a submission is under way. */
    private static final Set<String> THAT_MATTER = Set.of("Document", "Script", "Stylesheet", "XHR", "Fetch");

    private static final int LONGEST_TEXT = 1_000_000;

    private final @Nullable String window;
    private final BiConsumer<String, @Nullable String> navigation;
    private final Map<String, String> underWay = new HashMap<>();
    private @Nullable String mainFrame;
    private long sent;
    private String document = "";
    private @Nullable String failure;
    private int status;
    private String page = "";
    private final Map<String, String> pagesOwnData = new LinkedHashMap<>();
    private @Nullable String dataFailure;
    private @Nullable ServerTime serverTime;
    private Lookout lookout = new Lookout(Set.of());
    private final FailedLoads failedLoads = new FailedLoads();

    /**
     * Watch.
     *
     * @param window the handle of the window to watch, since the log tells of a browser's every window; {@code null} for
     *     the only one
     * @param navigation told of each address the browser navigates to, with the body of a form post
     */
    Traffic(@Nullable String window, BiConsumer<String, @Nullable String> navigation) {
        this.window = window;
        this.navigation = navigation;
    }

    /** Take the log's next messages, in order. */
    void read(List<String> messages) {
        for (String message : messages) {
            try {
                JsonNode entry = JSON.readTree(message);
                JsonNode event = entry.path("message");
                if (window == null || window.equals(entry.path("webview").asText())) {
                    read(event.path("method").asText(), event.path("params"));
                    failedLoads.read(event.path("method").asText(), event.path("params"));
                }
            } catch (JsonProcessingException e) {
                if (message.length() > LONGEST_TEXT) {
                    continue; // a parser does not read texts of any length, such as a page's data: addresses
                }
                // Its own message would quote the log, which holds what was posted.
                throw new IllegalStateException("The browser's performance log is not JSON");
            }
        }
    }

    private void read(String method, JsonNode params) {
        String id = params.path("requestId").asText();
        switch (method) {
            case "Network.requestWillBeSent" -> sending(id, params);
            case "Network.responseReceived" -> received(id, params);
            case "Network.loadingFinished" -> ended(id);
            case "Network.webSocketFrameSent" ->
                lookout.see(params.path("response").path("payloadData").asText());
            case "Network.loadingFailed" -> {
                ended(id);
                if (pagesOwnData.containsKey(id)) { // given up by the page, too, which never ends in a good answer
                    dataFailure = params.path("errorText").asText();
                }
                if (id.equals(document) && !params.path("canceled").asBoolean()) {
                    failure = params.path("errorText").asText();
                }
            }
            default -> {}
        }
    }

    private void sending(String id, JsonNode params) {
        String type = params.path("type").asText();
        JsonNode request = params.path("request");
        boolean matters =
                THAT_MATTER.contains(type) && request.path("url").asText().startsWith("http");
        boolean navigates = matters
                && type.equals("Document")
                && isMainFrame(params.path("frameId").asText());
        lookout.see(request, navigates);
        if (!matters) {
            return;
        }
        if (navigates) {
            underWay.clear(); // what the page before this one was waiting for
            document = id;
            failure = null;
            status = 0;
            page = authority(request);
            pagesOwnData.clear();
            dataFailure = null;
            navigation.accept(
                    request.path("url").asText() + request.path("urlFragment").asText(),
                    request.hasNonNull("postData") ? request.path("postData").asText() : null);
        }
        underWay.put(id, type);
        if ((type.equals("XHR") || type.equals("Fetch")) && authority(request).equals(page)) {
            pagesOwnData.put(id, request.path("url").asText());
            dataFailure = null;
        }
        if (!type.equals("Script") && !type.equals("Stylesheet")) {
            sent++;
        }
    }

    private void received(String id, JsonNode params) {
        int answered = params.path("response").path("status").asInt();
        if (pagesOwnData.containsKey(id) && (answered == 429 || answered >= 500)) {
            dataFailure = Integer.toString(answered);
        }
        boolean isDocument = params.path("type").asText().equals("Document");
        if (isDocument && params.path("frameId").asText().equals(mainFrame)) {
            status = answered;
        }
        JsonNode headers = params.path("response").path("headers");
        String date = headers.path("date").asText(headers.path("Date").asText());
        if (isDocument && !date.isEmpty()) {
            serverTime = new ServerTime(date, Instant.now());
        }
    }

    /** Return scheme, host and port. */
    private static String authority(JsonNode request) {
        return request.path("url").asText().replaceFirst("^(https?://[^/?#]*).*$", "$1");
    }

    private boolean isMainFrame(String frame) {
        if (mainFrame == null) {
            mainFrame = frame; // the first document a new window loads
        }
        return frame.equals(mainFrame);
    }

    private void ended(String id) {
        underWay.remove(id);
    }

    /** Look out for texts in what is sent from now on, and for nothing else any more. */
    public void lookOutFor(Collection<String> texts) {
        lookout = new Lookout(texts);
    }

    /** Tell whether a text that is looked out for was sent, or a form was posted that may have held it. */
    public boolean sawText() {
        return lookout.saw();
    }

    /** Return how many documents and data requests were sent so far; a count that stands still means nothing went out. */
    public long sent() {
        return sent;
    }

    /** Tell whether anything the page needs, or sent, is still without an answer. */
    public boolean isBusy() {
        return !underWay.isEmpty();
    }

    /** Tell whether the page itself, or a script or style of it, is still loading. */
    public boolean isLoading() {
        return underWay.values().stream().anyMatch(type -> !type.equals("XHR") && !type.equals("Fetch"));
    }

    /** Return what time it was at the server of the last document, or {@code null}. */
    @Nullable
    ServerTime serverTime() {
        return serverTime;
    }

    /** Return what could not be loaded so far. */
    List<FailedLoad> failedLoads() {
        return failedLoads.list();
    }

    /** Return why the page's newest data request to its own server failed, such as {@code 503}, or {@code null}. */
    public @Nullable String dataFailure() {
        return dataFailure;
    }

    /** Return the id of the page's newest data request to its own server whose path ends so, or {@code null}. */
    @Nullable
    String dataRequest(String end) {
        return pagesOwnData.entrySet().stream()
                .filter(one -> one.getValue().replaceFirst("[?#].*", "").endsWith(end))
                .reduce((first, second) -> second)
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Return the HTTP status of the page, or 0 when it has none. */
    public int status() {
        return status;
    }

    /**
     * Return why the last navigation failed, such as {@code net::ERR_CONNECTION_REFUSED}, also when part of the page had
     * come by then, or {@code null}.
     */
    public @Nullable String failure() {
        return failure;
    }
}
