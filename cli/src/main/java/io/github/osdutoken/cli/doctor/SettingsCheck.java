package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.ResolvedSetting;
import io.github.osdutoken.profile.Setting;
import io.github.osdutoken.profile.SettingProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings, each with where it came from, and the profile they make.
 *
 * @param findings one for each setting that is set, missing or wrong
 * @param shown the values that are usable, as they may be shown
 * @param profile the profile, its user perhaps incomplete; {@code null} when the settings make none
 */
record SettingsCheck(
        List<Finding> findings,
        Map<Setting, String> shown,
        @Nullable Profile profile) {

    static SettingsCheck of(ProfileLoader loader, String name) {
        try {
            List<Finding> findings = new ArrayList<>();
            Map<Setting, String> shown = new EnumMap<>(Setting.class);
            List<SettingProblem> problems = loader.problems(name);
            for (ResolvedSetting found : loader.resolve(name)) {
                if (problems.stream().noneMatch(problem -> problem.setting() == found.setting())) {
                    shown.put(found.setting(), found.shown());
                    findings.add(finding(found));
                }
            }
            problems.forEach(problem -> findings.add(
                    Finding.failure(check(problem.setting()), Reason.CONFIGURATION, problem.found(), problem.next())));
            return new SettingsCheck(List.copyOf(findings), shown, profile(loader, name, problems));
        } catch (ConfigurationException e) {
            return new SettingsCheck(List.of(Finding.failure("settings", e)), Map.of(), null);
        }
    }

    /** Return the value as set, or the default. */
    Optional<String> value(Setting setting) {
        return Optional.ofNullable(shown.get(setting)).or(setting::defaultValue);
    }

    boolean failed(Setting setting) {
        return findings.stream().anyMatch(one -> one.failed() && one.check().equals(setting.key()));
    }

    private static Finding finding(ResolvedSetting found) {
        String check = found.setting().key();
        if (found.setting().secret()) {
            return Finding.ok(check, "set (from " + found.source() + ")");
        }
        String text = found.shown() + " (from " + found.source() + ")";
        return found.name().equals("AZURE_CLIENT_ID")
                ? Finding.warning(
                        check,
                        text,
                        "In pipelines this is often the identity of the pipeline itself. If it is, set OSDU_CLIENT_ID.")
                : Finding.ok(check, text);
    }

    private static @Nullable Profile profile(ProfileLoader loader, String name, List<SettingProblem> problems) {
        // Without a user there is still all that is about the issuer and the application.
        return problems.isEmpty() ? loader.load(name) : loader.check(name).profile();
    }

    private static String check(@Nullable Setting setting) {
        return setting == null ? "settings" : setting.key();
    }
}
