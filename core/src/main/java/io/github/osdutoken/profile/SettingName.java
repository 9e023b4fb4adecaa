package io.github.osdutoken.profile;

import io.github.osdutoken.Profile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One name a setting can be given under: for one profile, as the value itself or as the file that holds it.
 *
 * @param profile the profile's name, {@code default} for the unnamed one
 * @param setting what is set
 * @param file whether this names a file that holds the secret
 */
record SettingName(String profile, Setting setting, boolean file) {

    private static final String PROFILE_PREFIX = "osdu.profile.";
    private static final String FILE_SUFFIX = "-file";
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9_-]+");

    static SettingName of(String profile, Setting setting) {
        return new SettingName(profile, setting, false);
    }

    /** All names in one profile. */
    static List<SettingName> all(String profile) {
        return Arrays.stream(Setting.values())
                .filter(s -> s != Setting.EXPORT || profile.equals(Profile.DEFAULT))
                .flatMap(s ->
                        s.secret() ? Stream.of(of(profile, s), of(profile, s).asFile()) : Stream.of(of(profile, s)))
                .toList();
    }

    static boolean isProfile(String name) {
        return PROFILE.matcher(name).matches();
    }

    static String toVariable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Read a key such as {@code osdu.profile.no-access.password-file}; empty when it is none of ours. */
    static Optional<SettingName> ofKey(String key) {
        if (key.startsWith(PROFILE_PREFIX)) {
            String rest = key.substring(PROFILE_PREFIX.length());
            int dot = rest.indexOf('.');
            String profile = dot < 0 ? "" : rest.substring(0, dot);
            return isProfile(profile) && !profile.equals(Profile.DEFAULT) ? in(profile, key) : Optional.empty();
        }
        return in(Profile.DEFAULT, key);
    }

    private static Optional<SettingName> in(String profile, String key) {
        return all(profile).stream().filter(n -> n.key().equals(key)).findFirst();
    }

    /**
     * Guess the profile an environment variable belongs to. Variables cannot say where the name ends or whether it was
     * in lower case, so this serves to list profiles, never to look something up.
     */
    static Optional<String> profileOfVariable(String variable) {
        String prefix = toVariable(PROFILE_PREFIX);
        return all(Profile.DEFAULT).stream()
                .map(n -> n.variable().substring("OSDU".length()))
                .filter(suffix -> variable.startsWith(prefix)
                        && variable.endsWith(suffix)
                        && variable.length() > prefix.length() + suffix.length())
                .max(Comparator.comparingInt(String::length))
                .map(suffix -> variable.substring(prefix.length(), variable.length() - suffix.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
    }

    SettingName asFile() {
        return new SettingName(profile, setting, true);
    }

    /** The key in properties and parameters. */
    String key() {
        String prefix = profile.equals(Profile.DEFAULT) ? "osdu." : PROFILE_PREFIX + profile + ".";
        return prefix + setting.shortKey() + (file ? FILE_SUFFIX : "");
    }

    /** The name in the environment. */
    String variable() {
        return toVariable(key());
    }
}
