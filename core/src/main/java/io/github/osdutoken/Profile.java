package io.github.osdutoken;

import io.github.osdutoken.profile.ProfileLoader;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who signs in, to which application, at which issuer; complete and checked once, when it is made.
 *
 * @param name the profile's name, {@value #DEFAULT} for the unnamed one
 * @param issuer the OpenID Connect issuer; {@code http} only on loopback
 * @param client the application that asks for tokens
 * @param user the test user
 * @param signIn how the browser is driven
 * @param cache where tokens are kept
 * @param cacheDir the folder of the file cache, and of the numbers of one-time codes that were used; {@code null} when
 *     there is none and all is kept in this process
 * @param osdu the OSDU deployment under test, or {@code null} when none is configured
 * @since 0.1
 */
public record Profile(
        String name,
        URI issuer,
        Client client,
        TestUser user,
        SignInOptions signIn,
        CacheMode cache,
        @Nullable Path cacheDir,
        @Nullable OsduServer osdu) {

    /** The name of the unnamed profile. */
    public static final String DEFAULT = "default";

    /**
     * Make a profile without a cache folder.
     *
     * @param name the profile's name
     * @param issuer the issuer
     * @param client the application
     * @param user the test user
     * @param signIn how the browser is driven
     * @param cache where tokens are kept; {@link CacheMode#FILE} is as {@link CacheMode#MEMORY}
     * @param osdu the OSDU deployment, or {@code null}
     */
    public Profile(
            String name,
            URI issuer,
            Client client,
            TestUser user,
            SignInOptions signIn,
            CacheMode cache,
            @Nullable OsduServer osdu) {
        this(name, issuer, client, user, signIn, cache, null, osdu);
    }

    /**
     * Load the unnamed profile from system properties, environment and {@code osdu.properties}.
     *
     * @return the profile
     * @throws ConfigurationException if a setting is missing or wrong; the message names the key, its environment
     *     variable and where the value is found
     */
    public static Profile load() {
        return load(DEFAULT);
    }

    /**
     * Load a named profile: {@code osdu.profile.<name>.<key>}, and the unnamed profile's value for every other key.
     *
     * @param name the profile's name, or {@value #DEFAULT}
     * @return the profile
     * @throws ConfigurationException if a setting is missing or wrong
     */
    public static Profile load(String name) {
        return ProfileLoader.standard().load(name);
    }

    /**
     * Return the same profile asking for something else.
     *
     * @param scope the scope, space-separated
     * @return a new profile
     */
    public Profile withScope(String scope) {
        return withClient(client.withScope(scope));
    }

    /**
     * Return the same profile for somebody else.
     *
     * @param other the user
     * @return a new profile
     */
    public Profile withUser(TestUser other) {
        return new Profile(name, issuer, client, other, signIn, cache, cacheDir, osdu);
    }

    /**
     * Return the same profile with another application.
     *
     * @param other the application
     * @return a new profile
     */
    public Profile withClient(Client other) {
        return new Profile(name, issuer, other, user, signIn, cache, cacheDir, osdu);
    }

    /**
     * Return the same profile with its tokens kept elsewhere.
     *
     * @param other where
     * @return a new profile
     */
    public Profile withCache(CacheMode other) {
        return new Profile(name, issuer, client, user, signIn, other, cacheDir, osdu);
    }

    /** Say who signs in where, without any secret. */
    @Override
    public String toString() {
        return "Profile[" + name + ": " + user + " at " + issuer + ", client " + client.id() + "]";
    }
}
