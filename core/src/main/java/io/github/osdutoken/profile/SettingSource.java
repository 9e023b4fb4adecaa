package io.github.osdutoken.profile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One place settings are read from.
 *
 * @param place what kind of place
 * @param location which one, where there can be several: a file
 * @param names the names found there; empty where they cannot be listed
 * @param lookup the value of a name
 */
record SettingSource(Place place, String location, Set<String> names, Function<String, Optional<String>> lookup) {

    /** What Azure Pipelines leaves in the environment for a variable that it does not have, as in builds of forks. */
    private static final Pattern UNKNOWN_VARIABLE = Pattern.compile("\\$\\([A-Za-z0-9._-]+\\)");

    /** What a secret store was given by pasting, or from a file, often ends with one; no field of a form can hold it. */
    private static final Pattern LINE_BREAK_AT_END = Pattern.compile("\\r?\\n\\z");

    static SettingSource of(Place place, String location, Map<String, String> values) {
        return new SettingSource(
                place, location, Set.copyOf(values.keySet()), name -> Optional.ofNullable(values.get(name)));
    }

    /** A value given under this name, if any that is not blank and not a pipeline's text for "no such variable". */
    Optional<ResolvedSetting> find(SettingName name) {
        return find(name.setting(), spell(name));
    }

    /** A value given under a name as it is spelled here: an alias. */
    Optional<ResolvedSetting> find(Setting setting, String spelled) {
        return lookup.apply(spelled)
                .filter(value -> !value.isBlank())
                .filter(value -> place != Place.ENVIRONMENT
                        || !UNKNOWN_VARIABLE.matcher(value).matches())
                .map(value -> place == Place.ENVIRONMENT
                        ? LINE_BREAK_AT_END.matcher(value).replaceFirst("")
                        : value)
                .map(value -> new ResolvedSetting(setting, spelled, place.describe(spelled, location), value));
    }

    private String spell(SettingName name) {
        return place == Place.ENVIRONMENT ? name.variable() : name.key();
    }

    /** Say where this is without the values, which may be secrets. */
    @Override
    public String toString() {
        return place + " " + location;
    }
}
