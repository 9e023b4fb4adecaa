package io.github.osdutoken.profile;

import io.github.osdutoken.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The names of the profiles for which something is set, as far as sources can be listed. */
final class KnownProfiles {

    private KnownProfiles() {}

    static List<String> in(List<SettingSource> sources) {
        // The environment has one spelling for many names; a key's spelling is the better one.
        Map<String, String> byVariable = new TreeMap<>();
        sources.stream()
                .sorted(Comparator.comparing(s -> s.place() == Place.ENVIRONMENT))
                .flatMap(KnownProfiles::in)
                .filter(name -> !name.equals(Profile.DEFAULT))
                .forEach(name -> byVariable.putIfAbsent(SettingName.toVariable(name), name));
        return Stream.concat(Stream.of(Profile.DEFAULT), byVariable.values().stream())
                .toList();
    }

    private static Stream<String> in(SettingSource source) {
        return source.names().stream()
                .filter(name ->
                        source.lookup().apply(name).filter(v -> !v.isBlank()).isPresent())
                .map(name -> source.place() == Place.ENVIRONMENT
                        ? SettingName.profileOfVariable(name)
                        : SettingName.ofKey(name).map(SettingName::profile))
                .flatMap(Optional::stream);
    }
}
