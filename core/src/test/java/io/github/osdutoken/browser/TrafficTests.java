package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTests {

    private final Traffic traffic = new Traffic(null, (address, body) -> {});

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"message": {"method": "Network.webSocketFrameSent", "params": {"requestId": "1", "response":
                {"opcode": 1, "payloadData": "{\\"password\\": \\"pass-1\\"}"}}}}""", """
                {"message": {"method": "Network.requestWillBeSent", "params": {"requestId": "1", "type": "Ping", "request":
                {"method": "POST", "url": "https://login.example/beacon", "postData": "p=pass-1"}}}}"""})
    void seesWhatIsLookedOutForWhicheverWayItLeaves(String message) {
        traffic.lookOutFor(Set.of("pass-1"));
        traffic.read(List.of(message));

        assertThat(traffic.sawText()).isTrue();
        assertThat(traffic.sent()).as("documents and data").isZero();
    }

    @Test
    void readsOnAfterATextThatIsTooLongForItsParser() {
        String message = "{\"message\": {\"method\": \"Network.requestWillBeSent\", \"params\": {\"type\": \"Fetch\","
                + " \"request\": {\"url\": \"%s\"}}}}";
        traffic.read(List.of(
                message.formatted("data:," + "x".repeat(21_000_000)),
                message.formatted("https://login.example/check")));

        assertThat(traffic.sent()).isEqualTo(1);
    }

    @Test
    void saysNothingOfALogThatCannotBeRead() {
        assertThatThrownBy(() -> traffic.read(List.of("{\"message\": secret-1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret-1")
                .hasNoCause();
    }
}
