package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.osdutoken.Fuzz;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server sends: a reason or what it should be, no crash, no secret in the words, and an end. */
class HostileServerTests {

    private static final String METADATA = "/" + Entra.TENANT + "/v2.0/.well-known/openid-configuration";

    private final Entra entra = new Entra();
    private final AuthorizationRequest request = new AuthorizationRequest(entra.server(), Entra.PUBLIC);

    HostileServerTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void metadataOfAnyKind() {
        Fuzz.run(80, random -> {
            entra.http.clear(METADATA).json(METADATA, 200, Fuzz.mutated(metadata(entra.http.uri("")), random));
            try {
                AuthorizationServer server = discover();
                for (URI endpoint : List.of(server.authorizationEndpoint(), server.tokenEndpoint(), server.jwksUri())) {
                    assertThat(Loopback.allows(endpoint)).isTrue();
                }
                assertThat(server.issuer()).isEqualTo(entra.issuer());
            } catch (SignInException e) {
                assertUnderstood(e);
            }
        });
    }

    @Test
    void endpointsOfAnyKind() {
        Fuzz.run(40, random -> {
            String odd = odd(random, entra.http.uri(Entra.TOKEN).toString());
            entra.http
                    .clear(METADATA)
                    .json(METADATA, 200, metadata(entra.http.uri("")).replace("/token\"", "/token" + odd + "\""));
            try {
                AuthorizationServer server = discover();
                entra.http.json(server.tokenEndpoint().getPath(), 200, Entra.answer(null));
                entra.tokenEndpoint(server, Entra.PUBLIC, null).exchange(new AuthorizationCode("canary-code"), request);
            } catch (SignInException e) {
                assertUnderstood(e);
            }
        });
    }

    private static String odd(Random random, String like) {
        return random.nextBoolean()
                ? Fuzz.nasty(random).replaceAll("[\"\\\\\\p{Cntrl}]", "")
                : Fuzz.mutated(like, random).replaceAll("[\"\\\\\\p{Cntrl}]", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:99999/token",
                "https://127.0.0.1:0/token",
                "https:opaque",
                "https:///token",
                "https://[::1",
                "https://a b/token",
                "https://user:canary-userinfo@127.0.0.1:1/token",
                "//127.0.0.1/token",
                "ftp://127.0.0.1/token",
                "jar:file:/etc/passwd!/x",
                "file:///dev/zero",
                "javascript:alert(1)",
                "http://127.0.0.1.evil.example/token",
                "http://evil.example@127.0.0.1.evil.example/token",
                "http://localhost.evil.example/token",
                "http://0x7f000001/token",
                "http://login.evil/token"
            })
    void anEndpointThatIsNone(String endpoint) {
        String real = entra.http.uri(Entra.TOKEN).toString();
        entra.http.json(METADATA, 200, metadata(entra.http.uri("")).replace(real, endpoint));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> entra.tokenEndpoint(discover(), Entra.PUBLIC, null)
                        .exchange(new AuthorizationCode("canary-code"), request))
                .satisfies(HostileServerTests::assertUnderstood);
    }

    @Test
    void metadataThatLeadsElsewhere() {
        entra.http.answer(
                METADATA,
                302,
                "text/html",
                "",
                Map.of("Location", entra.http.uri("/evil").toString()));
        entra.http.json("/evil", 200, metadata(entra.http.uri("")));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(this::discover)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
        assertThat(entra.http.received("/evil")).isEmpty();
    }

    @Test
    void tokensOfAnyKind() {
        String good = Entra.answer(Entra.signed(entra.claims(request).build()));
        Fuzz.run(80, random -> {
            entra.http.clear(Entra.TOKEN).json(Entra.TOKEN, 200, Fuzz.mutated(good, random));
            try {
                Tokens tokens = exchange();
                assertThat(tokens.accessToken().value()).isNotEmpty();
                assertThat(tokens.toString())
                        .doesNotContain(tokens.accessToken().value());
            } catch (SignInException e) {
                assertUnderstood(e);
            }
        });
    }

    @Test
    void aLifetimeThatTakesMinutesToReckonWith() {
        entra.http.json(
                Entra.TOKEN,
                200,
                Entra.answer(null).replace("\"expires_in\":4520", "\"expires_in\":\"" + "9".repeat(900_000) + "\""));

        Fuzz.run(
                1,
                random -> assertThatExceptionOfType(SignInException.class)
                        .isThrownBy(this::exchange)
                        .satisfies(HostileServerTests::assertUnderstood));
    }

    @Test
    void keysOfAnyKind() {
        String idToken = Entra.signed(entra.claims(request).build());
        String good = new JWKSet(Entra.KEY.toPublicJWK()).toString();
        Fuzz.run(40, random -> {
            entra.http.clear(Entra.TOKEN).json(Entra.TOKEN, 200, Entra.answer(idToken));
            entra.http.clear(Entra.KEYS).json(Entra.KEYS, 200, Fuzz.mutated(good, random));
            try {
                // Each case has an address of its own, since keys are kept by address.
                entra.tokenEndpoint(keysAt(entra.http.uri(Entra.KEYS + "?" + random.nextLong())), Entra.PUBLIC, null)
                        .exchange(new AuthorizationCode("canary-code"), request);
            } catch (SignInException e) {
                assertUnderstood(e);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"keys\":null}", "{\"keys\":[null]}", "[]", "\"keys\"", "1"})
    void keysThatAreNoObjects(String keys) {
        entra.http.json(
                Entra.TOKEN,
                200,
                Entra.answer(Entra.signed(entra.claims(request).build())));
        entra.http.clear(Entra.KEYS).json(Entra.KEYS, 200, keys);

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> entra.tokenEndpoint(
                                keysAt(entra.http.uri(Entra.KEYS + "?" + keys.hashCode())), Entra.PUBLIC, null)
                        .exchange(new AuthorizationCode("canary-code"), request))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
    }

    @Test
    void moreKeysThanAnybodyHas() {
        entra.http.json(
                Entra.TOKEN,
                200,
                Entra.answer(Entra.signed(entra.claims(request).build())));
        String key = Entra.key("another").toPublicJWK().toJSONString();
        entra.http.clear(Entra.KEYS).json(Entra.KEYS, 200, "{\"keys\":[" + (key + ",").repeat(20_000) + key + "]}");

        Fuzz.run(
                1,
                random -> assertThatExceptionOfType(SignInException.class)
                        .isThrownBy(() -> entra.tokenEndpoint(
                                        keysAt(entra.http.uri(Entra.KEYS + "?many")), Entra.PUBLIC, null)
                                .exchange(new AuthorizationCode("canary-code"), request))
                        .satisfies(HostileServerTests::assertUnderstood));
    }

    @Test
    void anAnswerThatIsLargerThanAnyIssuers() {
        entra.http.json(METADATA, 200, metadata(entra.http.uri("")) + " ".repeat(64 * 1024 * 1024));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(this::discover)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
    }

    private AuthorizationServer keysAt(URI keys) {
        AuthorizationServer server = entra.server();
        return new AuthorizationServer(
                server.issuer(), server.authorizationEndpoint(), server.tokenEndpoint(), keys, server.features());
    }

    private AuthorizationServer discover() {
        return new Discovery(URI.create(entra.issuer()), new BackChannel(Duration.ofSeconds(15)), Duration.ofMillis(1))
                .authorizationServer();
    }

    private Tokens exchange() {
        return entra.tokenEndpoint(Entra.PUBLIC).exchange(new AuthorizationCode("canary-code"), request);
    }

    private static void assertUnderstood(SignInException e) {
        assertThat(e.reason()).isIn(Reason.PROTOCOL, Reason.UNAVAILABLE, Reason.CONFIGURATION, Reason.APP_REGISTRATION);
        assertThat(e.getMessage()).doesNotContain("canary").hasSizeLessThan(3000);
    }

    private static String metadata(URI base) {
        return """
                {"issuer":"%1$s/v2.0","authorization_endpoint":"%1$s/oauth2/v2.0/authorize",
                "token_endpoint":"%1$s/oauth2/v2.0/token","jwks_uri":"%1$s/discovery/v2.0/keys",
                "token_endpoint_auth_methods_supported":["client_secret_post","private_key_jwt"],
                "authorization_response_iss_parameter_supported":false}""".formatted(base + "/" + Entra.TENANT);
    }
}
