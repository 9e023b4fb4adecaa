package com.example.osdu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.OsduSession;
import io.github.osdutoken.junit.OsduRefreshToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application's own token can never show: a user who signs in and still may not. */
class UserWithoutAccessTests {

    @OsduRefreshToken(profile = "no-access")
    private OsduSession session;

    private OsduApi osdu;

    @BeforeEach
    void useTheSession() {
        osdu = new OsduApi(session);
    }

    @Test
    void isRefusedByEntitlements() throws Exception {
        assertThat(osdu.get("/api/entitlements/v2/groups").status()).isIn(401, 403);
    }

    @Test
    void cannotReadARecord() throws Exception {
        String id = session.dataPartitionId() + ":osdu-token-sample:anything";

        assertThat(osdu.get("/api/storage/v2/records/" + id).status()).isIn(401, 403);
    }

    @Test
    void cannotStoreARecord() throws Exception {
        assertThat(osdu.put("/api/storage/v2/records", "[]").status()).isIn(401, 403);
    }
}
