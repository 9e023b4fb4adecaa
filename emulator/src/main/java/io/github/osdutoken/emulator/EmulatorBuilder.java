package io.github.osdutoken.emulator;

import io.github.osdutoken.emulator.oauth.TokenPolicy;
import io.github.osdutoken.emulator.osdu.EdgeStyle;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an emulator shall be like; {@link #start()} makes it so. */
public final class EmulatorBuilder {

    final List<EmulatorUser> users = new ArrayList<>(Contoso.USERS);
    AppRegistration app = Contoso.APP;
    int port;

    @Nullable
    URI authority;

    boolean https;
    int lockoutThreshold = 10;
    int accessTokenVersion = 2;
    String language = "en-US";
    Duration codeLifetime = Duration.ofMinutes(10);
    Duration refreshTokenLifetime = Duration.ofDays(90);
    Clock clock = Clock.systemUTC();
    EdgeStyle edge = EdgeStyle.ENVOY;
    private @Nullable Duration accessTokenLifetime;

    EmulatorBuilder() {}

    /** Listen on this port; 0, the default, is any free one. */
    public EmulatorBuilder port(int port) {
        this.port = port;
        return this;
    }

    /** Be known by this address, that of a proxy before the emulator, whose own is {@link Emulator#address()}. */
    public EmulatorBuilder behind(URI proxy) {
        authority = proxy;
        return this;
    }

    /**
     * Serve {@code https}, for clients that accept no other issuer. The certificate is signed by an authority made for
     * this one, {@link Emulator#certificateAuthority()}; making both takes the JDK's {@code keytool} and about a second.
     */
    public EmulatorBuilder https() {
        https = true;
        return this;
    }

    /**
     * Put these conditions, and no others, before the user of a profile; {@code default} is the editor's. A user who is not
     * there yet is added as a viewer.
     *
     * @param profile the part of a user name before the {@code @}
     */
    public EmulatorBuilder user(String profile, EmulatorUser.Condition... conditions) {
        String name = profile.equals("default") ? "editor" : profile;
        EmulatorUser user = users.stream()
                .filter(one -> one.profile().equals(name))
                .findFirst()
                .orElseGet(() -> Contoso.viewer(name));
        return user(user.with(conditions));
    }

    /** Add a user, or replace the one with the same user name. */
    public EmulatorBuilder user(EmulatorUser user) {
        users.removeIf(other -> other.username().equalsIgnoreCase(user.username()));
        users.add(user);
        return this;
    }

    /** Register this application instead of the public client with redirect URI {@code http://localhost}. */
    public EmulatorBuilder app(AppRegistration app) {
        this.app = app;
        return this;
    }

    /** Make the application a confidential one (platform "Web"), which must send this secret. */
    public EmulatorBuilder clientSecret(String secret) {
        return app(
                new AppRegistration(app.clientId(), app.displayName(), app.redirectUris(), secret, app.certificates()));
    }

    /**
     * Make the application a confidential one (platform "Web"), which must sign its assertions with this certificate's key,
     * or send its secret if it has one as well.
     */
    public EmulatorBuilder clientCertificate(X509Certificate certificate) {
        return app(new AppRegistration(
                app.clientId(), app.displayName(), app.redirectUris(), app.clientSecret(), List.of(certificate)));
    }

    /** Issue access tokens of version 1 or 2; 2 is the default, ADME's are version 1. */
    public EmulatorBuilder accessTokenVersion(int version) {
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException("Access tokens have version 1 or 2, not " + version);
        }
        accessTokenVersion = version;
        return this;
    }

    /** Let access tokens live so long; otherwise each lives 60 to 90 minutes, as at Entra ID. */
    public EmulatorBuilder accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = lifetime;
        return this;
    }

    /** Let codes live so long; 10 minutes is the default. */
    public EmulatorBuilder codeLifetime(Duration lifetime) {
        codeLifetime = lifetime;
        return this;
    }

    /** Let refresh tokens live so long; 90 days is the default. */
    public EmulatorBuilder refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = lifetime;
        return this;
    }

    /** Lock an account after so many different wrong passwords; 10 is the default. */
    public EmulatorBuilder lockoutThreshold(int wrongPasswords) {
        lockoutThreshold = wrongPasswords;
        return this;
    }

    /** Write the pages in this language: {@code en-US}, the default, {@code fi-FI} or {@code ja-JP}. */
    public EmulatorBuilder language(String market) {
        language = market;
        return this;
    }

    /** Take the time from this clock. */
    public EmulatorBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** Put this before the OSDU services; Envoy is the default, which answers calls without a token for them. */
    public EmulatorBuilder edge(EdgeStyle style) {
        edge = style;
        return this;
    }

    TokenPolicy tokenPolicy() {
        return new TokenPolicy(accessTokenVersion, accessTokenLifetime);
    }

    /**
     * Start the emulator.
     *
     * @throws IllegalStateException if the port is taken
     */
    public Emulator start() {
        return new Emulator(this);
    }
}
