package io.github.osdutoken.emulator.osdu;

import java.time.Duration;

/**
 * In what the emulated deployment differs from the usual one; start from {@link #defaults()}.
 *
 * @param edge who answers calls without a token
 * @param userIdClaim the claim that names the user: {@code oid} on Azure Data Manager for Energy, {@code unique_name}
 *     elsewhere; a token without it falls back to {@code appid}, then {@code azp}, as an application's token does
 * @param indexDelay how long a change in storage takes to show in search, not negative
 * @param defaultDataGroups whether every user is in {@code data.default.viewers} and {@code data.default.owners}
 */
public record OsduOptions(EdgeStyle edge, String userIdClaim, Duration indexDelay, boolean defaultDataGroups) {

    /** Return Envoy, {@code oid}, no delay, and the default data groups. */
    public static OsduOptions defaults() {
        return new OsduOptions(EdgeStyle.ENVOY, "oid", Duration.ZERO, true);
    }

    /** Return the same options with another edge. */
    public OsduOptions withEdge(EdgeStyle other) {
        return new OsduOptions(other, userIdClaim, indexDelay, defaultDataGroups);
    }

    /** Return the same options with another claim that names the user. */
    public OsduOptions withUserIdClaim(String other) {
        return new OsduOptions(edge, other, indexDelay, defaultDataGroups);
    }

    /** Return the same options with another delay between storage and search. */
    public OsduOptions withIndexDelay(Duration other) {
        return new OsduOptions(edge, userIdClaim, other, defaultDataGroups);
    }

    /** Return the same options for a deployment that took {@code users} out of the default data groups. */
    public OsduOptions withoutDefaultDataGroups() {
        return new OsduOptions(edge, userIdClaim, indexDelay, false);
    }
}
