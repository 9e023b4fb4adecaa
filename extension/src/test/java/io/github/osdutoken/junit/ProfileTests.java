package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.emulator.SharedEmulator;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signs in, for what, and how anew. */
class ProfileTests {

    private static final String EDITOR = "editor@contoso.com";
    private static final String STRANGER = "no-access@contoso.com";

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

    private static String username(IdToken token) throws ParseException {
        return SignedJWT.parse(token.value()).getJWTClaimsSet().getStringClaim("preferred_username");
    }

    @Test
    void eachProfilesUserIsSignedIn() {
        assertThat(Outcome.passed(tenant.run(TwoProfilesTestCase.class))).isEqualTo(1);
    }

    static class TwoProfilesTestCase {

        @OsduRefreshToken(profile = "no-access")
        private IdToken stranger;

        @Test
        void areTwoUsers(@OsduRefreshToken IdToken editor) throws Exception {
            assertThat(username(editor)).isEqualTo(EDITOR);
            assertThat(username(stranger)).isEqualTo(STRANGER);
        }
    }

    @Test
    void aScopeOfItsOwnIsAskedFor() {
        assertThat(Outcome.message(tenant.run(ScopeTestCase.class)))
                .isEqualTo(
                        "Getting a refresh token failed: the issuer granted 'User.Read openid', which brought none. Add"
                                + " 'offline_access' to osdu.scope, and allow it in the application's registration.");
    }

    static class ScopeTestCase {
        @Test
        void test(@OsduRefreshToken(scope = "openid") RefreshToken token) {}
    }

    @Test
    void freshOnesAreOfANewSignIn() {
        assertThat(Outcome.passed(tenant.run(UsualTestCase.class))).isEqualTo(1);
        int before = tenant.emulator().passwordPosts(STRANGER);

        assertThat(Outcome.passed(tenant.run(FreshTestCase.class))).isEqualTo(1);
        assertThat(tenant.emulator().passwordPosts(STRANGER)).isEqualTo(before + 1);
    }

    static class UsualTestCase {
        @Test
        void isKept(@OsduRefreshToken(profile = "no-access") AccessToken token) {
            assertThat(token).isNotNull();
        }
    }

    static class FreshTestCase {

        private final AccessToken before;

        FreshTestCase(@OsduRefreshToken(profile = "no-access") AccessToken usual) {
            before = usual;
        }

        @Test
        @OsduRefreshToken(profile = "no-access")
        void isAnotherForThisPlaceAlone(
                @OsduRefreshToken(fresh = true) OsduSession fresh,
                @OsduRefreshToken AccessToken usual,
                @OsduRefreshToken OsduSession session) {
            assertThat(fresh.accessToken()).isNotEqualTo(before).isEqualTo(fresh.accessToken());
            assertThat(usual).isEqualTo(before).isEqualTo(session.accessToken());
        }
    }

    @Test
    void withoutACacheEachPlaceSignsInForItself() {
        int before = tenant.emulator().passwordPosts(EDITOR);

        assertThat(Outcome.passed(tenant.runWith(Map.of("osdu.cache", "none"), SessionTestCase.class)))
                .isEqualTo(1);
        assertThat(tenant.emulator().passwordPosts(EDITOR)).isEqualTo(before + 1);
    }

    static class SessionTestCase {
        @Test
        void keepsItsToken(@OsduRefreshToken OsduSession session) {
            assertThat(session.accessToken()).isEqualTo(session.accessToken());
        }
    }

    @Test
    void theEmulatorOfTheClassPathNeedsNoOtherSetting() {
        assertThat(Outcome.passed(Tenant.run(Map.of("osdu.emulator", "true"), EmulatorTestCase.class)))
                .isEqualTo(1);
        assertThat(SharedEmulator.get().passwordPosts(EDITOR)).isEqualTo(1);
    }

    static class EmulatorTestCase {
        @Test
        void isUsed(@OsduRefreshToken OsduSession session) {
            assertThat(session.server()).isEqualTo(SharedEmulator.get().authority());
        }
    }
}
