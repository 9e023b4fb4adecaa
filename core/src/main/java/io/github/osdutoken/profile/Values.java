package io.github.osdutoken.profile;

import io.github.osdutoken.Profile;
import java.util.Map;
import java.util.Optional;

/** The values found for one profile, read as what they mean; what is missing or malformed becomes a problem. */
final class Values {

    /** Reads a value's text. */
    interface Parser<T> {
        T parse(String text) throws MalformedValueException;
    }

    private final String profile;
    private final Map<Setting, ResolvedSetting> found;
    private final boolean emulated;
    private final Problems problems;

    Values(String profile, Map<Setting, ResolvedSetting> found, boolean emulated, Problems problems) {
        this.profile = profile;
        this.found = found;
        this.emulated = emulated;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    Optional<ResolvedSetting> find(Setting setting) {
        return Optional.ofNullable(found.get(setting));
    }

    /** Tell whether somebody tried to set this, if only in vain. */
    boolean isGiven(Setting setting) {
        return found.containsKey(setting) || problems.concern(setting);
    }

    /** The text as given, or the default. */
    Optional<String> text(Setting setting) {
        return find(setting).map(ResolvedSetting::value).or(setting::defaultValue);
    }

    /** The value as given, or the default; empty when there is neither, or it is malformed. */
    <T> Optional<T> read(Setting setting, Parser<T> parser) {
        Optional<String> text = text(setting);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(text.get()));
        } catch (MalformedValueException e) {
            problems.add(setting, describe(setting), e.text());
            return Optional.empty();
        }
    }

    private String describe(Setting setting) {
        return find(setting)
                .map(s -> setting.key() + " is '" + s.shown() + "', set by " + s.source() + ".")
                .orElse(setting.key() + " is wrong.");
    }

    void require(Setting setting) {
        if (isGiven(setting)) {
            return;
        }
        if (emulated) {
            problems.add(setting, "The emulator gave no " + setting.key() + ".", "Use an emulator of this version.");
        } else {
            problems.addMissing(
                    SettingName.of(profile, setting),
                    missing(setting),
                    howToSet(setting) + " " + setting.whereToFind().orElseThrow());
        }
    }

    private boolean isNamed() {
        return !profile.equals(Profile.DEFAULT);
    }

    private String missing(Setting setting) {
        return isNamed()
                ? SettingName.of(profile, setting).key() + " is not set, and neither is " + setting.key() + "."
                : setting.key() + " is not set.";
    }

    private String howToSet(Setting setting) {
        SettingName name = SettingName.of(profile, setting);
        String aliases =
                setting.aliases().isEmpty() ? "" : " (also read: " + String.join(", ", setting.aliases()) + ")";
        String variables = name.variable() + (isNamed() ? ", or for all profiles as " + setting.variable() : "");
        String elsewhere = setting.secret()
                ? ", or name a file that holds it with " + name.asFile().variable() + " or "
                        + name.asFile().key() + "."
                : ", or in osdu.properties.";
        return "Set it in the environment as " + variables + aliases + elsewhere;
    }

    /**
     * Refuse a value whose characters were lost on the way: a JVM in the C locale reads an environment variable's
     * umlauts as replacement characters, and a password typed so is a wrong one.
     */
    void refuseUnreadable(Setting setting) {
        find(setting)
                .filter(s -> s.value().indexOf('\uFFFD') >= 0)
                .ifPresent(s -> problems.add(
                        setting,
                        setting.key() + " is set by " + s.source() + " to characters that were lost: this JVM's locale"
                                + " cannot hold them.",
                        "Run with LC_ALL=C.UTF-8" + (setting.secret() ? ", or put the value in a file." : ".")));
    }
}
