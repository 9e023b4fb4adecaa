package io.github.osdutoken.emulator.entra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What pages are written in. */
enum Language {
    ENGLISH("en-US", 1033, "Sign in to your account"),
    FINNISH("fi-FI", 1035, "Kirjaudu tilillesi"),
    JAPANESE("ja-JP", 1041, "アカウントにサインイン");

    private final String market;
    private final int lcid;
    private final String title;

    Language(String market, int lcid, String title) {
        this.market = market;
        this.lcid = lcid;
        this.title = title;
    }

    /** Find a language by its tag, such as {@code fi-FI}. */
    static Language of(String market) {
        return Arrays.stream(values())
                .filter(one -> one.market.equalsIgnoreCase(market))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The emulator's pages are not written in " + market
                        + " but in "
                        + Arrays.stream(values()).map(Language::market).collect(Collectors.joining(", "))
                        + "."));
    }

    String market() {
        return market;
    }

    int lcid() {
        return lcid;
    }

    String title() {
        return title;
    }

    /** Return what English texts become, or {@code null} for English itself. */
    @Nullable
    JsonNode texts() {
        String json = Template.resource("texts." + market + ".json");
        try {
            return json == null ? null : new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The texts in " + market + " are not JSON", e);
        }
    }
}
