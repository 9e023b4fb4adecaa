package io.github.osdutoken;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A user's way to an OSDU deployment: where it is, and the three headers that each call needs.
 *
 * <pre>{@code
 * HttpRequest request = session.request("/api/entitlements/v2/groups").GET().build();
 * }</pre>
 *
 * @since 0.1
 */
public final class OsduSession {

    private final OsduServer server;
    private final TokenSource tokens;

    OsduSession(OsduServer server, TokenSource tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    /**
     * Make a session of a profile's user. Nothing is sent before the first token is asked for.
     *
     * @param profile the profile
     * @return the session
     * @throws ConfigurationException if the profile names no OSDU deployment
     */
    public static OsduSession of(Profile profile) {
        return of(profile, TokenSource.of(profile));
    }

    /**
     * Make a session that takes its access tokens from a source that is there already.
     *
     * @param profile the profile, which says where the deployment is
     * @param tokens where access tokens come from
     * @return the session
     * @throws ConfigurationException if the profile names no OSDU deployment
     */
    public static OsduSession of(Profile profile, TokenSource tokens) {
        if (profile.osdu() == null) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Making an OSDU session for the profile '" + profile.name() + "'",
                    "osdu.server is not set.",
                    "Set osdu.server (OSDU_SERVER) to the deployment's address, such as"
                            + " https://<instance>.energy.azure.com, and osdu.data-partition-id"
                            + " (OSDU_DATA_PARTITION_ID) to the partition's name.");
        }
        return new OsduSession(profile.osdu(), tokens);
    }

    /**
     * Return the deployment's address, without a path.
     *
     * @return the address
     */
    public URI server() {
        return server.uri();
    }

    /**
     * Return the partition that calls go to.
     *
     * @return the value of the {@code data-partition-id} header
     */
    public String dataPartitionId() {
        return server.dataPartitionId();
    }

    /**
     * Return an access token that is good for a minute or more (half its life, where that is less than two), renewed
     * when it has to be.
     *
     * @return the access token
     * @throws SignInException if none can be had
     */
    public AccessToken accessToken() {
        return tokens.accessToken();
    }

    /**
     * Return the headers of one call: {@code Authorization}, {@code data-partition-id} and a {@code correlation-id} of
     * its own. The map holds the access token in the clear; do not print it.
     *
     * @return names and values
     * @throws SignInException if no access token can be had
     */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + accessToken().value());
        headers.put("data-partition-id", dataPartitionId());
        headers.put("correlation-id", UUID.randomUUID().toString());
        return headers;
    }

    /**
     * Begin a request to the deployment, with the three headers set.
     *
     * @param path path and query below the server, such as {@code /api/storage/v2/records/…}
     * @return a builder, to be given a method and a body
     * @throws SignInException if no access token can be had
     */
    public HttpRequest.Builder request(String path) {
        String address = server.uri() + (path.startsWith("/") ? path : "/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        headers().forEach(request::setHeader);
        return request;
    }

    /** Say which deployment and partition this is, without any token. */
    @Override
    public String toString() {
        return "OsduSession[" + server.uri() + ", " + server.dataPartitionId() + ", " + tokens + "]";
    }
}
