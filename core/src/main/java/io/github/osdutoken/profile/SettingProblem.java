package io.github.osdutoken.profile;

import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a profile from being complete.
 *
 * @param setting what it is about, or {@code null} when it is about no setting in particular, such as a misspelt key
 * @param found what was found, as a sentence without any secret
 * @param next what to do about it, as a sentence
 * @since 0.1
 */
public record SettingProblem(@Nullable Setting setting, String found, String next) {}
