package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookoutTests {

    private final Lookout lookout = new Lookout(List.of("p\"ä &ss"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what p\"ä &ss holds",
                "u=ada&p=p%22%C3%A4+%26ss",
                "{\"user\":\"ada\",\"password\":\"p\\\"ä &ss\"}"
            })
    void seesATextInABody(String body) {
        lookout.see(request("POST", "https://login.example/check", body), false);

        assertThat(lookout.saw()).isTrue();
    }

    @Test
    void seesATextInAnAddress() {
        lookout.see(request("GET", "https://login.example/check?p=p%22%C3%A4+%26ss", null), false);

        assertThat(lookout.saw()).isTrue();
    }

    @Test
    void takesAPostedFormForOneThatHoldsTheTextEncrypted() {
        lookout.see(request("POST", "https://login.example/login", "p=c2VjcmV0"), true);

        assertThat(lookout.saw()).isTrue();
    }

    @Test
    void takesNothingElseForIt() {
        lookout.see(request("POST", "https://login.example/telemetry", "{\"keys\":6}"), false);
        lookout.see(request("GET", "https://login.example/login", null), true);

        assertThat(lookout.saw()).isFalse();
    }

    @Test
    void seesNothingWhenItLooksForNothing() {
        Lookout idle = new Lookout(List.of());

        idle.see(request("POST", "https://login.example/login", ""), true);

        assertThat(idle.saw()).isFalse();
    }

    private static ObjectNode request(String method, String url, @Nullable String body) {
        ObjectNode request =
                new ObjectMapper().createObjectNode().put("method", method).put("url", url);
        return body == null ? request : request.put("postData", body);
    }
}
