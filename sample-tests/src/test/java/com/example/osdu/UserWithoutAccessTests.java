package com.example.osdu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.OsduSession;
import io.github.osdutoken.junit.OsduRefreshToken;
import org.junit.jupiter.api.Test;

/** What an application's own token can never show: a user who may not. */
class UserWithoutAccessTests {

    @OsduRefreshToken(profile = "no-access")
    private OsduSession session;

    @Test
    void isRefusedByEntitlements() throws Exception {
        assertThat(new OsduApi(session).get("/api/entitlements/v2/groups").status()).isEqualTo(401);
    }

    @Test
    void cannotReadARecord() throws Exception {
        String id = session.dataPartitionId() + ":osdu-token-sample:anything";

        assertThat(new OsduApi(session).get("/api/storage/v2/records/" + id).status()).isIn(401, 403);
    }

    @Test
    void cannotStoreARecord() throws Exception {
        assertThat(new OsduApi(session).put("/api/storage/v2/records", "[]").status()).isIn(401, 403);
    }
}
