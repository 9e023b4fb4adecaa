package io.github.osdutoken;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Profiles of users who exist nowhere. */
public final class SampleProfile {

    public static final URI ISSUER = URI.create("https://login.example/tenant/v2.0");
    public static final OsduServer OSDU = new OsduServer(URI.create("https://osdu.example"), "opendes");

    private SampleProfile() {}

    public static Profile of(String username, String password) {
        return of(new TestUser(username, new Password(password), null, null));
    }

    public static Profile of(TestUser user) {
        return of(user, new Client("app-1", null, URI.create("http://localhost:8080"), "openid offline_access"), OSDU);
    }

    /** Return a profile whose tokens are kept in a file. */
    public static Profile keptIn(Path cacheDir, TestUser user) {
        Profile profile = of(user);
        return new Profile(
                profile.name(),
                profile.issuer(),
                profile.client(),
                user,
                profile.signIn(),
                CacheMode.FILE,
                cacheDir,
                profile.osdu());
    }

    public static Profile keptIn(Path cacheDir, String username, String password) {
        return keptIn(cacheDir, new TestUser(username, new Password(password), null, null));
    }

    public static Profile of(TestUser user, Client client, @Nullable OsduServer osdu) {
        return new Profile(Profile.DEFAULT, ISSUER, client, user, SignInOptions.DEFAULTS, CacheMode.MEMORY, osdu);
    }
}
