package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.OsduSession;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.oauth.AuthorizationServer;
import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.Setting;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All checks, in the order of a sign-in. What cannot be looked at, since something before it failed, is skipped. */
final class Examination {

    static final String DISCOVERY = "discovery";
    static final String SIGN_IN = "sign-in";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProfileLoader loader;
    private final SettingsCheck settings;
    private final Web web = new Web();
    private final List<Finding> findings = new ArrayList<>();
    private final Consumer<Finding> reader;
    private @Nullable AuthorizationServer server;
    private @Nullable TokenSource tokens;

    /** Each finding is read as soon as there is one. */
    Examination(ProfileLoader loader, SettingsCheck settings, Consumer<Finding> reader) {
        this.loader = loader;
        this.settings = settings;
        this.reader = reader;
    }

    /** Look at everything; sign in if that is wanted. */
    List<Finding> run(boolean signIn) {
        settings.findings().forEach(this::add);
        add(browser());
        add(CacheCheck.of(settings, loader));
        Profile profile = settings.profile();
        if (profile == null) {
            Stream.of(
                            RedirectCheck.NAME,
                            DISCOVERY,
                            ClockCheck.NAME,
                            ApplicationCheck.NAME,
                            AuthorizeCheck.NAME,
                            SIGN_IN,
                            GroupsCheck.NAME)
                    .forEach(check -> add(skipped(check, "settings are missing or wrong")));
            return findings;
        }
        add(RedirectCheck.of(profile.client().redirectUri()));
        Finding discovery = discovery(profile.issuer());
        add(discovery);
        add(
                discovery.reason() == Reason.UNAVAILABLE
                        ? skipped(ClockCheck.NAME, "the issuer did not answer")
                        : ClockCheck.of(profile.issuer(), web));
        add(afterDiscovery(ApplicationCheck.NAME, known -> ApplicationCheck.of(known, profile.client())));
        add(afterDiscovery(AuthorizeCheck.NAME, known -> AuthorizeCheck.of(known, profile.client(), web)));
        add(signIn ? signIn(profile) : Finding.skipped(SIGN_IN, "not asked for: --sign-in goes on to a real one"));
        add(groups(profile));
        return findings;
    }

    private Finding browser() {
        if (settings.failed(Setting.BROWSER) || settings.failed(Setting.GRID_URL)) {
            return skipped(BrowserCheck.NAME, "its setting is wrong");
        }
        Profile profile = settings.profile();
        if (profile != null && profile.signIn().gridUrl() != null) {
            return BrowserCheck.grid(
                    profile.signIn().gridUrl(), profile.signIn().gridCredentials(), web);
        }
        return settings.value(Setting.GRID_URL).isPresent()
                ? skipped(BrowserCheck.NAME, "settings are missing or wrong")
                : BrowserCheck.installed(
                        settings.value(Setting.BROWSER).orElse("auto"),
                        !settings.value(Setting.HEADLESS).orElse("true").equalsIgnoreCase("false"));
    }

    private Finding discovery(URI issuer) {
        try {
            AuthorizationServer found = AuthorizationServer.discover(issuer, PATIENCE);
            server = found;
            return Finding.ok(
                    DISCOVERY,
                    found.issuer() + " with its endpoints " + found.authorizationEndpoint() + " and "
                            + found.tokenEndpoint());
        } catch (SignInException e) {
            return Finding.failure(DISCOVERY, e);
        }
    }

    private Finding afterDiscovery(String check, Function<AuthorizationServer, Finding> work) {
        return server == null ? skipped(check, "'" + DISCOVERY + "' failed") : work.apply(server);
    }

    private Finding signIn(Profile profile) {
        List<String> failed = findings.stream()
                .filter(Finding::failed)
                .map(one -> "'" + one.check() + "'")
                .toList();
        if (!failed.isEmpty()) {
            return skipped(SIGN_IN, String.join(", ", failed) + " failed");
        }
        long start = System.nanoTime();
        try {
            TokenSource source = TokenSource.of(profile);
            Tokens got = source.freshTokens();
            tokens = source;
            String found = profile.user() + " in "
                    + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s; the access token is good until "
                    + got.accessToken().expiresAt().truncatedTo(ChronoUnit.SECONDS);
            return got.refreshToken() != null
                    ? Finding.ok(SIGN_IN, found)
                    : Finding.warning(
                            SIGN_IN,
                            found + "; there is no refresh token.",
                            "Add offline_access to osdu.scope, and allow it in the application's registration.");
        } catch (SignInException e) {
            return Finding.failure(SIGN_IN, e);
        }
    }

    private Finding groups(Profile profile) {
        if (tokens == null) {
            return skipped(GroupsCheck.NAME, "nobody was signed in");
        }
        return profile.osdu() == null
                ? skipped(GroupsCheck.NAME, "osdu.server is not set")
                : GroupsCheck.of(OsduSession.of(profile, tokens), web);
    }

    private void add(Finding finding) {
        findings.add(finding);
        reader.accept(finding);
    }

    private static Finding skipped(String check, String why) {
        return Finding.skipped(check, "because " + why);
    }
}
