package io.github.osdutoken.profile;

import io.github.osdutoken.Profile;

/** Stub to be replaced. */
public final class ProfileLoader {
    private ProfileLoader() {}

    /** Stub. */
    public static ProfileLoader standard() {
        return new ProfileLoader();
    }

    /** Stub. */
    public Profile load(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException(name);
        }
        throw new UnsupportedOperationException(name);
    }
}
