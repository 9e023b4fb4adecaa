package io.github.osdutoken.browser;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees whether a page sends what was typed in it, before anybody has clicked: many do as soon as a code has six digits. */
final class Lookout {

    private final Set<String> texts;
    private boolean saw;

    /** Look out for texts, as they are, in forms and in JSON. */
    Lookout(Collection<String> texts) {
        this.texts = texts.stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Stream.of(
                        text,
                        URLEncoder.encode(text, StandardCharsets.UTF_8),
                        new String(JsonStringEncoder.getInstance().quoteAsString(text))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Take note of a request.
     *
     * @param navigates whether the page goes where it is sent; a form that is posted so may hold the texts encrypted
     */
    void see(JsonNode request, boolean navigates) {
        String body = request.path("postData").asText();
        String address = request.path("url").asText();
        boolean posts = navigates && request.path("method").asText().equals("POST");
        see(body);
        see(address);
        saw |= posts && !texts.isEmpty();
    }

    /** Take note of something that was sent. */
    void see(String content) {
        saw |= texts.stream().anyMatch(content::contains);
    }

    /** Tell whether it was sent. */
    boolean saw() {
        return saw;
    }
}
