package io.github.osdutoken.profile;

import io.github.osdutoken.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Secrets in places where others see them. They are refused wherever they are found, needed or not. */
final class ExposedSecrets {

    private ExposedSecrets() {}

    static void check(List<SettingSource> sources, String profile, Problems problems) {
        for (SettingSource source : sources) {
            source.place()
                    .whyNoSecrets()
                    .ifPresent(why -> candidates(source, profile)
                            .filter(name -> name.setting().secret() && !name.file())
                            .distinct()
                            .forEach(name -> source.find(name).ifPresent(found -> refuse(name, found, why, problems))));
        }
    }

    /** What is there, and what could be there where names cannot be listed. */
    private static Stream<SettingName> candidates(SettingSource source, String profile) {
        return Stream.concat(
                source.names().stream().sorted().map(SettingName::ofKey).flatMap(Optional::stream),
                Stream.of(profile, Profile.DEFAULT).flatMap(p -> SettingName.all(p).stream()));
    }

    private static void refuse(SettingName name, ResolvedSetting found, String why, Problems problems) {
        problems.add(
                name.setting(),
                name.key() + " is a secret and set by " + found.source() + "; " + why + ".",
                "Remove it there, and set it in the environment as " + name.variable()
                        + ", or name a file that holds it with "
                        + name.asFile().variable() + " or " + name.asFile().key()
                        + ". Change the secret if others have seen it.");
    }
}
