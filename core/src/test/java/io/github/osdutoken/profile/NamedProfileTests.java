package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.TotpSecret;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedProfileTests {

    @TempDir
    private Path directory;

    private Given given;

    @BeforeEach
    void aCompleteUnnamedProfile() {
        given = Given.user(directory)
                .variable("OSDU_CLIENT_SECRET", "s-1")
                .variable("OSDU_TOTP_SECRET", "JBSWY3DPEHPK3PXP")
                .variable("REFRESH_TOKEN", "rt-1");
    }

    @Test
    void inheritsWhatItDoesNotSet() {
        Profile profile =
                given.workingDirectoryFile("osdu.profile.no-access.timeout=2m").load("no-access");

        assertThat(profile.name()).isEqualTo("no-access");
        assertThat(profile.signIn().timeout()).hasMinutes(2);
        assertThat(profile.user().username()).isEqualTo("editor@contoso.com");
        assertThat(profile.user().password()).isEqualTo(new Password("pass-1"));
        assertThat(profile.user().totpSecret()).isEqualTo(new TotpSecret("JBSWY3DPEHPK3PXP"));
        assertThat(profile.user().refreshToken()).isEqualTo(new RefreshToken("rt-1"));
        assertThat(profile.client().secret()).isEqualTo(new ClientSecret("s-1"));
    }

    @Test
    void looksForItsOwnKeyInAllSourcesFirst() {
        given.property("osdu.username", "unnamed@contoso.com")
                .workingDirectoryFile("osdu.profile.no-access.username=file@contoso.com");
        assertThat(given.load("no-access").user().username()).isEqualTo("file@contoso.com");
        given.variable("OSDU_PROFILE_NO_ACCESS_USERNAME", "variable@contoso.com");
        assertThat(given.load("no-access").user().username()).isEqualTo("variable@contoso.com");
        given.override("osdu.username", "override@contoso.com");
        assertThat(given.load("no-access").user().username()).isEqualTo("override@contoso.com");
    }

    @Test
    void takesItsSecretsFromTheEnvironmentOrAFile() {
        given.variable("OSDU_PROFILE_A_PASSWORD", "pass-a")
                .workingDirectoryFile("osdu.profile.b.password-file=pw")
                .file("pw", "pass-b");

        assertThat(given.load("a").user().password()).isEqualTo(new Password("pass-a"));
        assertThat(given.load("b").user().password()).isEqualTo(new Password("pass-b"));
    }

    @Test
    void doesNotInheritWhatBelongsToAnotherUser() {
        Profile profile = given.property("osdu.profile.viewer.username", "viewer@contoso.com")
                .load("viewer");

        assertThat(profile.user().password()).isEqualTo(new Password("pass-1"));
        assertThat(profile.user().totpSecret()).isNull();
        assertThat(profile.user().refreshToken()).isNull();
    }

    @Test
    void doesNotInheritAUserBesideItsOwnRefreshToken() {
        Profile profile =
                given.variable("OSDU_PROFILE_VIEWER_REFRESH_TOKEN", "rt-2").load("viewer");

        assertThat(profile.user().refreshToken()).isEqualTo(new RefreshToken("rt-2"));
        assertThat(profile.user().username()).isNull();
        assertThat(profile.user().password()).isNull();
        assertThat(profile.user().totpSecret()).isNull();
    }

    @Test
    void doesNotInheritWhatBelongsToAnotherApplication() {
        Profile profile =
                given.property("osdu.profile.viewer.client-id", "app-2").load("viewer");

        assertThat(profile.client().id()).isEqualTo("app-2");
        assertThat(profile.client().secret()).isNull();
        assertThat(profile.user().refreshToken()).isNull();
        assertThat(profile.user().totpSecret()).isEqualTo(new TotpSecret("JBSWY3DPEHPK3PXP"));
    }

    @Test
    void doesNotLetAnInheritedIssuerHideItsOwnTenant() {
        given.variable("OSDU_ISSUER", "https://idp.example/realms/osdu")
                .property("osdu.profile.fabrikam.tenant-id", "fabrikam.com");

        assertThat(given.load("fabrikam").issuer())
                .isEqualTo(URI.create("https://login.microsoftonline.com/fabrikam.com/v2.0"));
    }

    @Test
    void saysBothWaysToSetWhatIsMissing() {
        assertThat(given.without("OSDU_PASSWORD")
                        .property("osdu.profile.no-access.username", "n@contoso.com")
                        .failure("no-access"))
                .isEqualTo("Reading the sign-in configuration of profile no-access failed:"
                        + " osdu.profile.no-access.password is not set, and neither is osdu.password. Set it in the"
                        + " environment as OSDU_PROFILE_NO_ACCESS_PASSWORD, or for all profiles as OSDU_PASSWORD (also"
                        + " read: AZURE_PASSWORD), or name a file that holds it with"
                        + " OSDU_PROFILE_NO_ACCESS_PASSWORD_FILE or osdu.profile.no-access.password-file. It is the"
                        + " test user's own password; an administrator resets it with 'Reset password' on the user's"
                        + " page in Entra ID.");
    }

    @Test
    void listsTheProfilesThereAreWhenOneIsUnknown() {
        given.property("osdu.profile.viewer.username", "v@contoso.com")
                .property("osdu.profile.blank.username", "")
                .variable("OSDU_PROFILE_VIEWER_PASSWORD", "p")
                .variable("OSDU_PROFILE_NO_ACCESS_CLIENT_CERTIFICATE_PASSWORD_FILE", "f")
                .workingDirectoryFile("osdu.profile.Ops.scope=openid");

        assertThat(given.failure("veiwer"))
                .isEqualTo("Reading the sign-in configuration of profile veiwer failed: Nothing is set for it. Profiles"
                        + " that are configured: default, no-access, Ops, viewer. Correct the name, or set what is its"
                        + " own, such as osdu.profile.veiwer.username (in the environment"
                        + " OSDU_PROFILE_VEIWER_USERNAME).");
        assertThat(given.failure("blank")).contains("Nothing is set for it.");
        assertThat(given.parameter("osdu.profile.p.scope", "openid")
                        .load("p")
                        .client()
                        .scope())
                .isEqualTo("openid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "ä"})
    void refusesANameThatNoKeyCanHave(String name) {
        assertThat(given.failure(name))
                .endsWith(" failed: That is no name for a profile. Use letters, digits, - and _ only.");
    }
}
