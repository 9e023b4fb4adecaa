package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.CacheMode;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.OsduServer;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInOptions;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLoaderTests {

    @TempDir
    private Path directory;

    @Test
    void fillsInTheDefaults() {
        Profile profile = Given.user(directory).load();

        assertThat(profile.name()).isEqualTo("default");
        assertThat(profile.issuer())
                .isEqualTo(URI.create("https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0"));
        assertThat(profile.client().id()).isEqualTo("app-1");
        assertThat(profile.client().secret()).isNull();
        assertThat(profile.client().redirectUri()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(profile.client().scope()).isEqualTo("app-1/.default openid profile offline_access");
        assertThat(profile.user().username()).isEqualTo("editor@contoso.com");
        assertThat(profile.user().password()).isEqualTo(new Password("pass-1"));
        assertThat(profile.user().totpSecret()).isNull();
        assertThat(profile.user().refreshToken()).isNull();
        assertThat(profile.signIn()).isEqualTo(SignInOptions.DEFAULTS);
        assertThat(profile.cache()).isEqualTo(CacheMode.FILE);
        assertThat(profile.osdu()).isNull();
    }

    @Test
    void saysHowToSetWhatIsMissing() {
        assertThat(Given.user(directory).without("OSDU_CLIENT_ID").failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu.client-id is not set. Set it in the"
                        + " environment as OSDU_CLIENT_ID (also read: CLIENT_ID, AZURE_CLIENT_ID), or in"
                        + " osdu.properties. It is the 'Application (client) ID' on the Overview page of the app"
                        + " registration in the Azure portal.");
        assertThat(Given.user(directory).without("OSDU_PASSWORD").failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu.password is not set. Set it in the"
                        + " environment as OSDU_PASSWORD (also read: AZURE_PASSWORD), or name a file that holds it"
                        + " with OSDU_PASSWORD_FILE or osdu.password-file. It is the test user's own password; an"
                        + " administrator resets it with 'Reset password' on the user's page in Entra ID.");
    }

    @Test
    void reportsEverythingAtOnce() {
        assertThat(Given.nothing(directory).variable("OSDU_TIMEOUT", "60").failure())
                .startsWith("Reading the sign-in configuration failed: 5 settings are missing or wrong. Mend each of"
                        + " them:\n  - osdu.tenant-id is not set. Set it")
                .contains("\n  - osdu.client-id is not set. Set it in the environment as OSDU_CLIENT_ID (")
                .contains("\n  - osdu.username is not set. Set it")
                .contains("\n  - osdu.password is not set. Set it")
                .endsWith("\n  - osdu.timeout is '60', set by the environment variable OSDU_TIMEOUT. Give a number"
                        + " with a unit (60s, 2m, 500ms, 1h), or ISO 8601 (PT1M).");
    }

    @Test
    void needsNoUserWhenThereIsARefreshToken() {
        Profile profile = Given.user(directory)
                .without("OSDU_USERNAME")
                .without("OSDU_PASSWORD")
                .variable("INITIAL_TOKEN", "rt-1")
                .load();

        assertThat(profile.user().username()).isNull();
        assertThat(profile.user().refreshToken()).isEqualTo(new RefreshToken("rt-1"));
    }

    @Test
    void needsNoTenantWhenTheIssuerIsSet() {
        Given given = Given.user(directory)
                .without("OSDU_TENANT_ID")
                .variable("OSDU_ISSUER", "http://localhost:8180/realms/osdu");

        assertThat(given.load().issuer()).isEqualTo(URI.create("http://localhost:8180/realms/osdu"));
        assertThat(given.load().client().scope()).isEqualTo("openid profile offline_access");
        given.variable("SCOPE", "openid  email");
        assertThat(given.load().client().scope()).isEqualTo("openid email");
    }

    @Test
    void asksEntraForTheDefaultScopeWhenTheIssuerIsSpelledOut() {
        Given given = Given.user(directory).variable("OSDU_ISSUER", "https://login.microsoftonline.us/t/v2.0");

        assertThat(given.load().client().scope()).isEqualTo("app-1/.default openid profile offline_access");
    }

    @Test
    void takesTheCloudFromTheAuthority() {
        Given given =
                Given.user(directory).variable("AZURE_AUTHORITY_HOST", "https://login.partner.microsoftonline.cn/");
        assertThat(given.load().issuer())
                .isEqualTo(URI.create("https://login.partner.microsoftonline.cn/contoso.onmicrosoft.com/v2.0"));
        given.variable("OSDU_AUTHORITY", "login.microsoftonline.us");
        assertThat(given.load().issuer())
                .isEqualTo(URI.create("https://login.microsoftonline.us/contoso.onmicrosoft.com/v2.0"));
    }

    @Test
    void readsTheOsduServerWithOrWithoutScheme() {
        Given given = Given.user(directory)
                .variable("OSDU_ENDPOINT", "contoso.energy.azure.com/")
                .variable("DATA_PARTITION", "contoso-opendes")
                .variable("CLIENT_SECRET", "s-1");

        assertThat(given.load().osdu())
                .isEqualTo(new OsduServer(URI.create("https://contoso.energy.azure.com"), "contoso-opendes"));
        assertThat(given.load().client().secret()).isEqualTo(new ClientSecret("s-1"));
    }

    @Test
    void needsADataPartitionForAServerButNotForAMachineName() {
        assertThat(Given.user(directory).variable("OSDU_HOST", "a.example").failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu.data-partition-id is not set. Set it in the"
                        + " environment as OSDU_DATA_PARTITION_ID (also read: DATA_PARTITION, OSDU_PARTITION), or in"
                        + " osdu.properties. It is a name on the Data Partitions page of the Azure Data Manager for"
                        + " Energy instance in the Azure portal, such as contoso-opendes.");
        assertThat(Given.user(directory).variable("HOST", "x86_64-linux").load().osdu())
                .isNull();
        assertThat(Given.user(directory).variable("OSDU_PARTITION", "p").load().osdu())
                .isNull();
    }

    @Test
    void warnsOfASecretThatMayBelongToAnotherApplication() {
        Given given = Given.user(directory).variable("AZURE_CLIENT_SECRET", "s-1");
        try (Logged logged = new Logged()) {
            given.load();
            assertThat(logged.warnings())
                    .containsExactly(
                            "WARNING osdu.client-secret comes from AZURE_CLIENT_SECRET, but osdu.client-id does"
                                    + " not come from AZURE_CLIENT_ID. If they do not belong together, unset"
                                    + " AZURE_CLIENT_SECRET.");
        }
        try (Logged logged = new Logged()) {
            given.without("OSDU_CLIENT_ID").variable("AZURE_CLIENT_ID", "app-1").load();
            assertThat(logged.warnings()).isEmpty();
        }
    }
}
