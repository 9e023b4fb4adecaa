package com.example.osdu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.junit.OsduRefreshToken;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The forms in which a token can be had. */
class TokenTests {

    @OsduRefreshToken
    private static RefreshToken shared;

    @Test
    void aRefreshTokenForADataLoader(@OsduRefreshToken RefreshToken token) {
        assertThat(token).isEqualTo(shared).hasToString("<redacted>");
    }

    @Test
    void anAccessTokenThatIsGoodForAWhile(@OsduRefreshToken AccessToken token) {
        assertThat(token.expiresAt()).isAfter(Instant.now());
    }

    @Test
    void aSessionThatCallsOsdu(@OsduRefreshToken OsduSession editor) throws Exception {
        OsduApi.Answer groups = new OsduApi(editor).get("/api/entitlements/v2/groups");

        assertThat(groups.status()).as(groups.body()).isEqualTo(200);
        assertThat(groups.json().path("groups"))
                .extracting(group -> group.path("name").asText())
                .contains("users");
    }

    @Test
    void aSessionForEachUser(
            @OsduRefreshToken OsduSession editor, @OsduRefreshToken(profile = "no-access") OsduSession other) {
        assertThat(editor.accessToken()).isNotEqualTo(other.accessToken());
    }
}
