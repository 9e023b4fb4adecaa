package io.github.osdutoken.profile;

import java.util.regex.Pattern;

/**
 * A setting that was found, and where. Prints as that, never with a secret.
 *
 * @since 0.1
 */
public final class ResolvedSetting {

    // Whoever puts a password into a URL did not mean to show it.
    private static final Pattern USER_INFO = Pattern.compile("//[^/]*@");

    private final Setting setting;
    private final String name;
    private final String source;
    private final String value;

    ResolvedSetting(Setting setting, String name, String source, String value) {
        this.setting = setting;
        this.name = name;
        this.source = source;
        this.value = value;
    }

    /** Return what is set. */
    public Setting setting() {
        return setting;
    }

    /** Return the name the value was found under: a key, an environment variable, or an alias. */
    public String name() {
        return name;
    }

    /** Return where the value was found, as a noun: {@code the environment variable CLIENT_ID}. */
    public String source() {
        return source;
    }

    /** Return the value as it may be shown: {@code <redacted>} for a secret. */
    public String shown() {
        return setting.secret()
                ? "<redacted>"
                : USER_INFO.matcher(value.strip()).replaceAll("//<redacted>@");
    }

    /** The value: a secret exactly as it was given, anything else without the blanks around it. */
    String value() {
        return setting.secret() ? value : value.strip();
    }

    @Override
    public String toString() {
        return setting.key() + " from " + source;
    }
}
