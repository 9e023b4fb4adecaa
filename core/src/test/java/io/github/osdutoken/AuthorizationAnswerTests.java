package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AuthorizationAnswerTests {

    private final AuthorizationAnswer answer = new AuthorizationAnswer(
            URI.create("http://localhost:8080"),
            "c+1",
            "code=c%2B1&session_state={a|b}^`&state=s3&iss=https%3A%2F%2Fx%2F");

    @Test
    void isAUriWhateverTheBrowserLetThrough() {
        assertThat(answer.uri())
                .isEqualTo(URI.create("http://localhost:8080?code=c%2B1&session_state=%7Ba%7Cb%7D%5E%60&state=s3"
                        + "&iss=https%3A%2F%2Fx%2F"));
        assertThat(answer.withoutState().uri())
                .hasParameter("code", "c+1")
                .hasParameter("session_state", "{a|b}^`")
                .hasNoParameter("state");
    }

    @Test
    void saysWhereItCameAndNotWhat() {
        assertThat(answer).hasToString("AuthorizationAnswer[http://localhost:8080]");
    }
}
