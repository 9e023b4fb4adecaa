package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.Secret;
import io.github.osdutoken.TokenSource;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is injected follows the declared type. */
class InjectedTypeTests {

    @TempDir
    private static Path folder;

    private static Tenant tenant;

    @BeforeAll
    static void start() {
        tenant = new Tenant(folder);
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void parametersGetWhatTheirTypeAsksFor() {
        assertThat(Outcome.passed(tenant.run(ParametersTestCase.class))).isEqualTo(9);
    }

    static class ParametersTestCase {

        @Test
        void refreshToken(@OsduRefreshToken RefreshToken token, @OsduRefreshToken String text) {
            assertThat(text).isEqualTo(token.value());
        }

        @Test
        void accessToken(@OsduRefreshToken AccessToken token) {
            assertThat(token.value().split("\\.")).hasSize(3);
            assertThat(token.expiresAt()).isAfter(Instant.now().plusSeconds(60));
        }

        @Test
        void idToken(@OsduRefreshToken IdToken token) {
            assertThat(token.value().split("\\.")).hasSize(3);
        }

        @Test
        void session(@OsduRefreshToken OsduSession session, @OsduRefreshToken AccessToken token) throws Exception {
            assertThat(session.accessToken()).isEqualTo(token);
            assertThat(HttpClient.newHttpClient()
                            .send(session.request("/api/entitlements/v2/groups").build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void forgedTokensAreRefused(@OsduRefreshToken OsduSession session) throws Exception {
            AccessToken token = session.accessToken();

            assertThat(status(session, token)).isEqualTo(200);
            assertThat(status(session, token.tampered())).isEqualTo(401);
            assertThat(status(session, token.expired())).isEqualTo(401);
        }

        private static int status(OsduSession session, AccessToken token) throws Exception {
            return HttpClient.newHttpClient()
                    .send(
                            session.request("/api/entitlements/v2/groups")
                                    .setHeader("Authorization", "Bearer " + token.value())
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }

        @Test
        void source(@OsduRefreshToken TokenSource source, @OsduRefreshToken AccessToken token) {
            assertThat(source.accessToken()).isEqualTo(token);
        }

        @Test
        void supplier(@OsduRefreshToken Supplier<AccessToken> tokens, @OsduRefreshToken AccessToken token) {
            assertThat(tokens.get()).isEqualTo(token);
        }

        @Test
        void suppliersAsKotlinWritesThem(
                @OsduRefreshToken Supplier<? extends AccessToken> tokens,
                @OsduRefreshToken Supplier<? extends Secret> secrets,
                @OsduRefreshToken Supplier<?> anything,
                @OsduRefreshToken Supplier<? super AccessToken> consumed) {
            assertThat(tokens.get())
                    .isInstanceOf(AccessToken.class)
                    .isEqualTo(secrets.get())
                    .isEqualTo(anything.get())
                    .isEqualTo(consumed.get());
        }

        @Test
        @SuppressWarnings("rawtypes") // that is the case
        void rawSupplier(@OsduRefreshToken Supplier tokens) {
            assertThat(tokens.get()).isInstanceOf(AccessToken.class);
        }
    }

    @Test
    void fieldsGetWhatTheirTypeAsksFor() {
        assertThat(Outcome.passed(tenant.run(FieldsTestCase.class))).isEqualTo(1);
    }

    static class FieldsTestCase {

        @OsduRefreshToken
        private RefreshToken refreshToken;

        @OsduRefreshToken
        private String text;

        @OsduRefreshToken
        private AccessToken accessToken;

        @OsduRefreshToken
        private IdToken idToken;

        @OsduRefreshToken
        private static OsduSession session;

        @OsduRefreshToken
        private Supplier<AccessToken> tokens;

        @Test
        void areSet() {
            assertThat(text).isEqualTo(refreshToken.value());
            assertThat(session.accessToken()).isEqualTo(accessToken).isEqualTo(tokens.get());
            assertThat(idToken).isNotNull();
        }
    }
}
