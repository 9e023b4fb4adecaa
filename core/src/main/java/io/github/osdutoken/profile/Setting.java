package io.github.osdutoken.profile;

import static io.github.osdutoken.profile.Setting.Kind.IDENTITY;
import static io.github.osdutoken.profile.Setting.Kind.OPTION;
import static io.github.osdutoken.profile.Setting.Kind.OPTION_SECRET;
import static io.github.osdutoken.profile.Setting.Kind.SECRET;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every setting there is. {@code docs/usage.md} shows the same table to readers.
 *
 * @since 0.1
 */
public enum Setting {
    TENANT_ID(
            "tenant-id",
            IDENTITY,
            null,
            "It is the 'Directory (tenant) ID' on the Overview page of the app registration in the Azure portal.",
            "AZURE_TENANT_ID",
            "AZURE_AD_TENANT_ID",
            "AZURE_TENANT",
            "TENANT_ID"),
    CLIENT_ID(
            "client-id",
            IDENTITY,
            null,
            "It is the 'Application (client) ID' on the Overview page of the app registration in the Azure portal.",
            "CLIENT_ID",
            "AZURE_CLIENT_ID"),
    CLIENT_SECRET("client-secret", SECRET, null, null, "CLIENT_SECRET", "AZURE_CLIENT_SECRET"),
    CLIENT_CERTIFICATE("client-certificate", IDENTITY, null, null, "AZURE_CLIENT_CERTIFICATE_PATH"),
    CLIENT_CERTIFICATE_PASSWORD("client-certificate-password", SECRET, null, null, "AZURE_CLIENT_CERTIFICATE_PASSWORD"),
    USERNAME(
            "username",
            IDENTITY,
            null,
            "It is the test user's 'User principal name' in Entra ID, such as editor@contoso.onmicrosoft.com;"
                    + " osdu.refresh-token makes it unnecessary.",
            "AZURE_USERNAME"),
    PASSWORD(
            "password",
            SECRET,
            null,
            "It is the test user's own password; an administrator resets it with 'Reset password' on the user's page"
                    + " in Entra ID.",
            "AZURE_PASSWORD"),
    TOTP_SECRET("totp-secret", SECRET, null, null),
    AUTHORITY("authority", IDENTITY, "https://login.microsoftonline.com", null, "AZURE_AUTHORITY_HOST"),
    ISSUER("issuer", IDENTITY, "{authority}/{tenant-id}/v2.0", null),
    REDIRECT_URI("redirect-uri", OPTION, "http://localhost:8080", null),
    SCOPE("scope", IDENTITY, "{client-id}/.default openid profile offline_access", null, "SCOPE", "SCOPES"),
    REFRESH_TOKEN("refresh-token", SECRET, null, null, "REFRESH_TOKEN", "INITIAL_TOKEN", "AUTH_REFRESH"),
    TRUSTED_HOSTS("trusted-hosts", OPTION, null, null),
    ACCEPT_CONSENT("accept-consent", OPTION, "false", null),
    SKIP_MFA_REGISTRATION("skip-mfa-registration", OPTION, "false", null),
    PAGES("pages", OPTION, null, null),
    BROWSER("browser", OPTION, "auto", null),
    HEADLESS("headless", OPTION, "true", null),
    GRID_URL("grid-url", OPTION, null, null),
    GRID_USERNAME("grid-username", OPTION, null, null),
    GRID_PASSWORD("grid-password", OPTION_SECRET, null, null),
    TIMEOUT("timeout", OPTION, "60s", null),
    CACHE("cache", OPTION, "file", null),
    CACHE_DIR("cache-dir", OPTION, null, null),
    TRACE("trace", OPTION, "on-failure", null),
    TRACE_DIR("trace-dir", OPTION, null, null),
    EMULATOR("emulator", OPTION, "false", null),
    SERVER(
            "server",
            IDENTITY,
            null,
            "It is the URI on the Overview page of the Azure Data Manager for Energy instance in the Azure portal.",
            "OSDU_HOST",
            "OSDU_ENDPOINT",
            "HOST"),
    DATA_PARTITION_ID(
            "data-partition-id",
            IDENTITY,
            null,
            "It is a name on the Data Partitions page of the Azure Data Manager for Energy instance in the Azure"
                    + " portal, such as contoso-opendes.",
            "DATA_PARTITION",
            "OSDU_PARTITION"),
    EXPORT("export", OPTION, null, null);

    /** What a setting is about. */
    enum Kind {
        /** How something is done; the same with the emulator and without. */
        OPTION,
        /** The same, and not for anybody's eyes. */
        OPTION_SECRET,
        /** Who signs in, and where. */
        IDENTITY,
        /** Who signs in, and not for anybody's eyes. */
        SECRET
    }

    private final String shortKey;
    private final Kind kind;
    private final @Nullable String defaultValue;
    private final @Nullable String whereToFind;

    // List.of makes it immutable, which its type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> aliases;

    Setting(
            String shortKey,
            Kind kind,
            @Nullable String defaultValue,
            @Nullable String whereToFind,
            String... aliases) {
        this.shortKey = shortKey;
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.whereToFind = whereToFind;
        this.aliases = List.of(aliases);
    }

    /** Return the key, such as {@code osdu.client-id}. */
    public String key() {
        return "osdu." + shortKey;
    }

    /** Return the environment variable, such as {@code OSDU_CLIENT_ID}. */
    public String variable() {
        return SettingName.toVariable(key());
    }

    /** Return the other environment variables that are read when the key is unset everywhere, first one first. */
    public List<String> aliases() {
        return aliases;
    }

    /** Tell whether the value must not be seen, and so comes only from the environment or a file. */
    public boolean secret() {
        return kind == SECRET || kind == OPTION_SECRET;
    }

    /** Return what holds when nothing is set; <code>{client-id}</code> stands for that setting's value. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** Return a sentence on where the value is found, for the settings that can be missing. */
    public Optional<String> whereToFind() {
        return Optional.ofNullable(whereToFind);
    }

    /** Tell whether the setting says who signs in or where, so that real and emulated values must not mix. */
    boolean identity() {
        return kind == IDENTITY || kind == SECRET;
    }

    String shortKey() {
        return shortKey;
    }

    static Optional<Setting> ofShortKey(String shortKey) {
        return Arrays.stream(values()).filter(s -> s.shortKey.equals(shortKey)).findFirst();
    }
}
