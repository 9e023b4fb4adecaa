package io.github.osdutoken.profile;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a configuration, gathered so that one run shows all of it. */
final class Problems {

    /** What is wrong; {@code missing} holds the names under which it could be set, when that is all that is wrong. */
    private record Problem(
            @Nullable Setting setting,
            String found,
            String next,
            @Nullable String missing) {}

    private final String profile;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String profile) {
        this.profile = profile;
    }

    void add(Setting setting, String found, String next) {
        problems.add(new Problem(setting, found, next, null));
    }

    /** Add what is not set and has to be. */
    void addMissing(SettingName name, String found, String next) {
        String variables =
                name.setting().secret() ? name.variable() + ", " + name.asFile().variable() : name.variable();
        problems.add(new Problem(name.setting(), found, next, name.key() + " (" + variables + ")"));
    }

    /** Add what is about no setting in particular. */
    void add(String found, String next) {
        problems.add(new Problem(null, found, next, null));
    }

    /** Tell whether this setting is complained about already: once is enough. */
    boolean concern(Setting setting) {
        return problems.stream().anyMatch(p -> p.setting() == setting);
    }

    /**
     * Return what is missing.
     *
     * @throws ConfigurationException if anything else is wrong, too
     */
    List<String> missing() {
        if (problems.stream().anyMatch(p -> p.missing() == null)) {
            throwIfAny();
        }
        return problems.stream().map(Problem::missing).filter(Objects::nonNull).toList();
    }

    /** Return each of them, in the order in which they were found. */
    List<SettingProblem> all() {
        return problems.stream()
                .map(p -> new SettingProblem(p.setting(), p.found(), p.next()))
                .toList();
    }

    /** Return what to do about each setting that is complained about. */
    Map<Setting, String> mends() {
        Map<Setting, String> mends = new EnumMap<>(Setting.class);
        for (Problem problem : problems) {
            if (problem.setting() != null) {
                mends.merge(problem.setting(), problem.next(), (first, second) -> first + " " + second);
            }
        }
        return mends;
    }

    void throwIfAny() {
        if (problems.size() == 1) {
            throw failure(problems.get(0).found(), problems.get(0).next(), null);
        }
        if (!problems.isEmpty()) {
            throw failure(
                    problems.size() + " settings are missing or wrong.",
                    "Mend each of them:"
                            + problems.stream()
                                    .map(p -> "\n  - " + p.found() + " " + p.next())
                                    .collect(Collectors.joining()),
                    null);
        }
    }

    /** Make the exception for what leaves nothing else to check. */
    ConfigurationException failure(String found, String next, @Nullable Throwable cause) {
        String attempted =
                "Reading the sign-in configuration" + (profile.equals(Profile.DEFAULT) ? "" : " of profile " + profile);
        return (ConfigurationException) SignInException.of(Reason.CONFIGURATION, attempted, found, next, cause);
    }
}
