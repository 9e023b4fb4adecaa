package io.github.osdutoken.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the form is read. */
class FormEntriesTests {

    private static final int OWN_PORT = 4711;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "OSDU_TENANT_ID", "contoso.com",
            "OSDU_CLIENT_ID", "app-1",
            "OSDU_CLIENT_SECRET", "secret-1",
            "OSDU_USERNAME", "editor@contoso.com",
            "OSDU_PASSWORD", "pass-1",
            "OSDU_TOTP_SECRET", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"));
    private final Map<String, String> changes = new HashMap<>();

    @Test
    void isTheSettingsAsLongAsNobodyTypes() {
        Profile profile = Objects.requireNonNull(testUser(entries()));

        assertThat(profile.issuer()).isEqualTo(URI.create("https://login.microsoftonline.com/contoso.com/v2.0"));
        assertThat(profile.client().scope()).isEqualTo("app-1/.default openid profile offline_access");
        assertThat(profile.client().secret()).isEqualTo(new ClientSecret("secret-1"));
        assertThat(profile.user().password()).isEqualTo(new Password("pass-1"));
        assertThat(profile.user().totpSecret()).isNotNull();
    }

    @Test
    void takesWhatIsTyped() {
        changes.putAll(Map.of(
                "osdu.client-id", " app-2 ",
                "osdu.client-secret", "secret-2",
                "osdu.username", "viewer@contoso.com",
                "osdu.password", " pass 2 ",
                "osdu.totp-secret", "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU"));

        Profile profile = Objects.requireNonNull(testUser(entries()));

        assertThat(profile.client().id()).isEqualTo("app-2");
        assertThat(profile.client().scope()).startsWith("app-2/.default ");
        assertThat(profile.client().secret()).isEqualTo(new ClientSecret("secret-2"));
        assertThat(profile.user().username()).isEqualTo("viewer@contoso.com");
        assertThat(profile.user().password()).as("exactly").isEqualTo(new Password(" pass 2 "));
        assertThat(profile.user().totpSecret()).isEqualTo(new TotpSecret("KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU"));
    }

    @ParameterizedTest
    @CsvSource({
        "osdu.username,  viewer@contoso.com",
        "osdu.tenant-id, fabrikam.com",
        "osdu.authority, https://login.example.com",
        "osdu.issuer,    https://login.example.com/realms/one"
    })
    void sendsNoPasswordOfTheSettingsElsewhere(String key, String value) {
        changes.put(key, value);
        FormEntries entries = entries();

        assertThat(testUser(entries)).isNull();
        assertThat(entries.problems()).containsOnlyKeys(Setting.PASSWORD);

        changes.put("osdu.password", "typed");
        Profile profile = Objects.requireNonNull(testUser(entries()));
        assertThat(profile.user().totpSecret()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "osdu.client-id, app-2",
        "osdu.tenant-id, fabrikam.com",
        "osdu.authority, https://login.example.com",
        "osdu.issuer,    https://login.example.com/realms/one"
    })
    void sendsNoClientSecretOfTheSettingsElsewhere(String key, String value) {
        changes.put(key, value);

        assertThat(Objects.requireNonNull(person(entries())).client().secret()).isNull();
    }

    @Test
    void leavesAnIssuerOfTheSettingsWhenItIsEmptied() {
        environment.put("OSDU_ISSUER", "https://keycloak.example.com/realms/osdu");
        FormEntries kept = entries();
        assertThat(Objects.requireNonNull(person(kept)).issuer())
                .isEqualTo(URI.create("https://keycloak.example.com/realms/osdu"));
        assertThat(Objects.requireNonNull(person(kept)).client().scope()).isEqualTo("openid profile offline_access");

        changes.put("osdu.tenant-id", "fabrikam.com");
        FormEntries ambiguous = entries();
        assertThat(person(ambiguous)).isNull();
        assertThat(ambiguous.problems()).containsOnlyKeys(Setting.TENANT_ID);

        changes.put("osdu.issuer", "");
        assertThat(Objects.requireNonNull(person(entries())).issuer())
                .isEqualTo(URI.create("https://login.microsoftonline.com/fabrikam.com/v2.0"));
    }

    @Test
    void asksAPersonForNoUser() {
        environment.remove("OSDU_USERNAME");
        environment.remove("OSDU_PASSWORD");

        Profile profile = Objects.requireNonNull(person(entries()));
        assertThat(profile.user().username()).isNull();
        assertThat(profile.user().totpSecret()).as("the test user's").isNull();

        FormEntries entries = entries();
        assertThat(testUser(entries)).isNull();
        assertThat(entries.problems()).containsOnlyKeys(Setting.USERNAME, Setting.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"https://app.example.com/callback", "http://localhost:4711", "http://127.0.0.1:4711/x", "''", "nonsense"
    })
    void refusesARedirectUriWhereItCannotListen(String redirectUri) {
        changes.put("osdu.redirect-uri", redirectUri);
        FormEntries entries = entries();

        assertThat(person(entries)).isNull();
        assertThat(entries.problems()).containsOnlyKeys(Setting.REDIRECT_URI);
    }

    @Test
    void startsFromARefreshTokenOfTheSettings() {
        environment.remove("OSDU_USERNAME");
        environment.remove("OSDU_PASSWORD");
        environment.remove("OSDU_TOTP_SECRET");
        environment.put("OSDU_REFRESH_TOKEN", "refresh-1");
        assertThat(Objects.requireNonNull(testUser(entries())).user().refreshToken())
                .isNotNull();

        changes.put("osdu.client-id", "app-2");
        assertThat(testUser(entries())).as("another client's").isNull();
    }

    private FormEntries entries() {
        FormSettings settings = FormSettings.of(loader(), Profile.DEFAULT);
        Map<String, String> texts = new HashMap<>();
        for (Field field : Field.values()) {
            texts.put(field.key(), settings.prefilled(field));
        }
        texts.putAll(changes);
        return new FormEntries(settings, texts);
    }

    private @Nullable Profile testUser(FormEntries entries) {
        return entries.forTestUser(loader(), Profile.DEFAULT);
    }

    private @Nullable Profile person(FormEntries entries) {
        return entries.forPerson(loader(), Profile.DEFAULT, OWN_PORT);
    }

    private ProfileLoader loader() {
        return ProfileLoader.standard()
                .withSurroundings(Map.of(), environment, ClassLoader.getPlatformClassLoader(), folder, Optional::empty);
    }
}
