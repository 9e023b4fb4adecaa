package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.cache.AccountFiles;
import io.github.osdutoken.cache.AccountLocks;
import io.github.osdutoken.cache.FailedAttempts;
import io.github.osdutoken.cache.TokenCache;
import io.github.osdutoken.cache.TokenKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsduSessionTests {

    private static final Profile PROFILE = SampleProfile.of("editor@contoso.com", "pass-1");
    private static final AccessToken TOKEN = new AccessToken("canary", Instant.MAX);

    private final OsduSession session = new OsduSession(SampleProfile.OSDU, kept());

    private static TokenSource kept() {
        Clock clock = Clock.systemUTC();
        TokenCache cache = new TokenCache(clock);
        cache.store(
                TokenKey.of(PROFILE),
                new Tokens(TOKEN, null, null, "openid", TokenOrigin.SIGN_IN),
                AccountFiles.of(PROFILE));
        return new TokenSource(PROFILE, new Acquisition(clock, cache, new FailedAttempts(clock), new AccountLocks()));
    }

    @Test
    void saysWhereTheDeploymentIs() {
        assertThat(session.server()).isEqualTo(URI.create("https://osdu.example"));
        assertThat(session.dataPartitionId()).isEqualTo("opendes");
        assertThat(session.accessToken()).isEqualTo(TOKEN);
    }

    @Test
    void givesTheThreeHeadersOfACall() {
        assertThat(session.headers())
                .containsOnlyKeys("Authorization", "data-partition-id", "correlation-id")
                .containsEntry("Authorization", "Bearer canary")
                .containsEntry("data-partition-id", "opendes");
    }

    @Test
    void correlatesEachCallByItself() {
        String first = session.headers().get("correlation-id");

        assertThat(UUID.fromString(first)).hasToString(first);
        assertThat(session.headers()).doesNotContainEntry("correlation-id", first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/storage/v2/records?limit=1", "api/storage/v2/records?limit=1"})
    void beginsARequestBelowTheServer(String path) {
        HttpRequest request = session.request(path).build();

        assertThat(request.uri()).isEqualTo(URI.create("https://osdu.example/api/storage/v2/records?limit=1"));
        assertThat(request.headers().allValues("Authorization")).containsExactly("Bearer canary");
        assertThat(request.headers().map()).containsOnlyKeys("Authorization", "data-partition-id", "correlation-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example/x", "@elsewhere.example/x", "https://elsewhere.example/x", ".elsewhere"})
    void sendsNoTokenToAnotherHost(String path) {
        assertThat(session.request(path).build().uri().getHost()).isEqualTo("osdu.example");
    }

    @Test
    void printsNoToken() {
        assertThat(session)
                .hasToString(
                        "OsduSession[https://osdu.example, opendes, TokenSource[Profile[default: editor@contoso.com"
                                + " at https://login.example/tenant/v2.0, client app-1]]]");
    }

    @Test
    void needsADeployment() {
        Profile nowhere = SampleProfile.of(PROFILE.user(), PROFILE.client(), null);

        assertThatThrownBy(() -> OsduSession.of(nowhere))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Making an OSDU session for the profile 'default' failed: osdu.server is not set. Set"
                        + " osdu.server (OSDU_SERVER) to the deployment's address, such as"
                        + " https://<instance>.energy.azure.com, and osdu.data-partition-id (OSDU_DATA_PARTITION_ID) to"
                        + " the partition's name.");
    }
}
