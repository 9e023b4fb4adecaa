package io.github.osdutoken.cli.serve;

import io.github.osdutoken.Client;
import io.github.osdutoken.ClientCredential;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.profile.CheckedProfile;
import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.Setting;
import io.github.osdutoken.totp.TotpKey;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form, read as a profile. A field that was changed wins over the settings. A secret of the settings
 * goes with what it was set for: it is not used for a user, client or issuer that was typed.
 */
final class FormEntries {

    private static final Set<Field> WHERE = EnumSet.of(Field.TENANT_ID, Field.AUTHORITY, Field.ISSUER);

    private final FormSettings settings;
    private final Map<Field, String> entries = new EnumMap<>(Field.class);
    private final Map<Setting, String> problems = new LinkedHashMap<>();

    /**
     * Read the form.
     *
     * @param settings what the fields were filled with
     * @param texts what stands in them, by their keys
     */
    FormEntries(FormSettings settings, Map<String, String> texts) {
        this.settings = settings;
        for (Field field : Field.values()) {
            String text = texts.getOrDefault(field.key(), "");
            entries.put(field, field == Field.PASSWORD ? text : text.strip());
        }
    }

    /** Return what to do about each field that is missing or wrong, and about settings that have no field. */
    Map<Setting, String> problems() {
        return problems;
    }

    /** Return the application, and nobody in particular who signs in; {@code null} when there are problems. */
    @Nullable
    Profile forPerson(ProfileLoader loader, String name, int ownPort) {
        Profile profile = checked(loader, name);
        if (profile != null) {
            mustBeHere(profile.client().redirectUri(), ownPort);
        }
        return profile == null || !problems.isEmpty() ? null : with(profile, new TestUser(null, null, null, null));
    }

    /** Return the profile with the test user; {@code null} when there are problems. */
    @Nullable
    Profile forTestUser(ProfileLoader loader, String name) {
        boolean sameUser = isUnchanged(Field.USERNAME) && isSameIssuer();
        boolean startsFromToken = sameUser && isSameClient() && settings.has(Setting.REFRESH_TOKEN);
        if (!startsFromToken) {
            require(Field.USERNAME, "Give the test user's name.");
            if (isBlank(Field.PASSWORD) && !(sameUser && settings.has(Setting.PASSWORD))) {
                problems.put(
                        Setting.PASSWORD,
                        settings.has(Setting.PASSWORD)
                                ? "Type this user's password: the one in the settings belongs to what they name."
                                : "Type the test user's password.");
            }
        }
        if (!isBlank(Field.TOTP_SECRET)) {
            TotpKey.whyUnusable(new TotpSecret(entry(Field.TOTP_SECRET)))
                    .ifPresent(why -> problems.put(Setting.TOTP_SECRET, why));
        }
        Profile profile = checked(loader, name);
        if (profile == null || !problems.isEmpty()) {
            return null;
        }
        TestUser known = profile.user();
        return with(
                profile,
                new TestUser(
                        known.username(),
                        isBlank(Field.PASSWORD)
                                ? (sameUser ? known.password() : null)
                                : new Password(entry(Field.PASSWORD)),
                        isBlank(Field.TOTP_SECRET)
                                ? (sameUser ? known.totpSecret() : null)
                                : new TotpSecret(entry(Field.TOTP_SECRET)),
                        startsFromToken ? known.refreshToken() : null));
    }

    private @Nullable Profile checked(ProfileLoader loader, String name) {
        require(Field.CLIENT_ID, Setting.CLIENT_ID.whereToFind().orElseThrow());
        require(Field.REDIRECT_URI, "Give the redirect URI as it is registered.");
        require(Field.SCOPE, "Give what is asked for, such as {client-id}/.default openid profile offline_access.");
        if (isBlank(Field.ISSUER)) {
            require(Field.TENANT_ID, Setting.TENANT_ID.whereToFind().orElseThrow());
            require(Field.AUTHORITY, "Give the sign-in host, such as https://login.microsoftonline.com.");
        }
        if (!isBlank(Field.ISSUER) && isUnchanged(Field.ISSUER) && !isSameIssuer()) {
            problems.put(
                    isUnchanged(Field.TENANT_ID) ? Setting.AUTHORITY : Setting.TENANT_ID,
                    "The issuer of the settings decides, not this: empty that field (under 'Another cloud or issuer'),"
                            + " or change it.");
        }
        CheckedProfile checked = loader.withOverrides(changes()).check(name);
        checked.problems().forEach((setting, mend) -> {
            if (setting == Setting.ISSUER && isBlank(Field.ISSUER)) { // it was made of the other two
                problems.putIfAbsent(
                        Setting.TENANT_ID,
                        "Authority and tenant make no issuer: give the tenant's ID (a GUID) or one of its domains, and a"
                                + " sign-in host such as https://login.microsoftonline.com.");
            } else {
                problems.putIfAbsent(setting, mend);
            }
        });
        return checked.profile();
    }

    private Map<String, String> changes() {
        Map<String, String> changes = new HashMap<>();
        for (Field field : Field.values()) {
            if (!field.setting.secret() && !isBlank(field) && !isUnchanged(field)) {
                changes.put(field.key(), entry(field));
            }
        }
        if (isBlank(Field.ISSUER) && !isUnchanged(Field.ISSUER)) {
            changes.put(
                    Field.ISSUER.key(),
                    entry(Field.AUTHORITY).replaceFirst("/+$", "") + "/" + entry(Field.TENANT_ID) + "/v2.0");
        }
        return changes;
    }

    private void mustBeHere(URI redirectUri, int ownPort) {
        int port = redirectUri.getPort() < 0 ? 80 : redirectUri.getPort();
        if (!"http".equalsIgnoreCase(redirectUri.getScheme())) {
            problems.put(
                    Setting.REDIRECT_URI,
                    "Nobody listens there on this machine: use one such as http://localhost:8080, or sign in as the"
                            + " test user, for whom any address will do.");
        } else if (port == ownPort) {
            problems.put(
                    Setting.REDIRECT_URI,
                    "Port " + port + " is this page's own. Start osdu-token serve with another --port, or use a"
                            + " redirect URI with another one.");
        }
    }

    private Profile with(Profile profile, TestUser user) {
        Client client = profile.client();
        ClientCredential credential = !isBlank(Field.CLIENT_SECRET)
                ? new ClientSecret(entry(Field.CLIENT_SECRET))
                : isSameClient() ? client.credential() : null;
        return profile.withUser(user)
                .withClient(new Client(client.id(), credential, client.redirectUri(), client.scope()));
    }

    private boolean isSameClient() {
        return isUnchanged(Field.CLIENT_ID) && isSameIssuer();
    }

    private boolean isSameIssuer() {
        return WHERE.stream().allMatch(this::isUnchanged);
    }

    private boolean isUnchanged(Field field) {
        return settings.isEmulated() || entry(field).equals(settings.prefilled(field));
    }

    private void require(Field field, String mend) {
        if (isBlank(field)) {
            problems.put(field.setting, mend);
        }
    }

    private boolean isBlank(Field field) {
        return entry(field).isBlank();
    }

    private String entry(Field field) {
        return entries.getOrDefault(field, "");
    }
}
