package io.github.osdutoken.profile;

import io.github.osdutoken.GridCredentials;
import io.github.osdutoken.Password;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a Selenium Grid is asked with: user name and password, or nothing. */
final class GridSettings {

    private final Values values;

    GridSettings(Values values) {
        this.values = values;
    }

    @Nullable
    GridCredentials read() {
        refuseHalf(Setting.GRID_USERNAME, Setting.GRID_PASSWORD);
        refuseHalf(Setting.GRID_PASSWORD, Setting.GRID_USERNAME);
        Optional<String> username = values.text(Setting.GRID_USERNAME);
        Optional<String> password = values.text(Setting.GRID_PASSWORD);
        return username.isPresent() && password.isPresent()
                ? new GridCredentials(username.get(), new Password(password.get()))
                : null;
    }

    private void refuseHalf(Setting given, Setting other) {
        values.find(given)
                .filter(one -> !values.isGiven(other))
                .ifPresent(one -> values.problems()
                        .add(
                                given,
                                given.key() + " is set by " + one.source() + ", but " + other.key() + " is not set.",
                                "Set " + other.key() + ", or unset " + one.name() + ": a Grid takes both or none."));
    }
}
