package io.github.osdutoken.profile;

import io.github.osdutoken.Client;
import io.github.osdutoken.ClientCredential;
import io.github.osdutoken.OsduServer;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.cache.UserCacheFolder;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a profile of values: checks all of them first, so that all problems are reported at once. */
final class ProfileAssembly {

    private final Values values;
    private final FileNames fileNames;
    private final boolean anyUser;

    ProfileAssembly(Values values, FileNames fileNames) {
        this(values, fileNames, false);
    }

    private ProfileAssembly(Values values, FileNames fileNames, boolean anyUser) {
        this.values = values;
        this.fileNames = fileNames;
        this.anyUser = anyUser;
    }

    /** Return an assembly to which it does not matter who signs in. */
    ProfileAssembly forAnyUser() {
        return new ProfileAssembly(values, fileNames, true);
    }

    Profile assemble(String name) {
        Supplier<Profile> checked = checked(name);
        values.problems().throwIfAny();
        return checked.get();
    }

    /** Return what has to be set and is not, when nothing else is wrong. */
    List<String> missing(String name) {
        checked(name);
        return values.problems().missing();
    }

    private Supplier<Profile> checked(String name) {
        Arrays.stream(Setting.values()).forEach(values::refuseUnreadable);
        Supplier<URI> issuer = issuer();
        Supplier<Client> client = client();
        Supplier<TestUser> user = user();
        Supplier<SignInOptions> signIn = signIn();
        var cache = values.read(Setting.CACHE, Words::cache);
        var cacheDir = values.read(Setting.CACHE_DIR, fileNames::directory).or(UserCacheFolder::find);
        Supplier<@Nullable OsduServer> osdu = osdu();
        checkTheRest();
        return () -> new Profile(
                name,
                issuer.get(),
                client.get(),
                user.get(),
                signIn.get(),
                cache.orElseThrow(),
                cacheDir.orElse(null),
                osdu.get());
    }

    private Supplier<URI> issuer() {
        if (values.isGiven(Setting.ISSUER)) {
            return values.read(Setting.ISSUER, Uris::issuer)::orElseThrow;
        }
        values.require(Setting.TENANT_ID);
        Optional<String> tenant = values.read(Setting.TENANT_ID, Words::tenant);
        Optional<URI> authority = values.read(Setting.AUTHORITY, Uris::authority);
        return () -> URI.create(Setting.ISSUER
                .defaultValue()
                .orElseThrow()
                .replace("{authority}", authority.orElseThrow().toString())
                .replace("{tenant-id}", tenant.orElseThrow()));
    }

    private Supplier<Client> client() {
        values.require(Setting.CLIENT_ID);
        Optional<String> id = values.text(Setting.CLIENT_ID);
        Optional<URI> redirectUri = values.read(Setting.REDIRECT_URI, Uris::redirect);
        ClientCredential credential = new Credentials(values, fileNames).read();
        return () -> new Client(id.orElseThrow(), credential, redirectUri.orElseThrow(), scope(id.orElseThrow()));
    }

    private String scope(String clientId) {
        // ".default" is Microsoft's; other issuers answer invalid_scope.
        boolean elsewhere = values.find(Setting.ISSUER)
                .filter(issuer -> !issuer.value().replaceFirst("/+$", "").endsWith("/v2.0"))
                .isPresent();
        String scope = values.find(Setting.SCOPE).isEmpty() && elsewhere
                ? "openid profile offline_access"
                : values.text(Setting.SCOPE).orElseThrow().replace("{client-id}", clientId);
        return scope.replaceAll("\\s+", " ");
    }

    private Supplier<TestUser> user() {
        if (!anyUser && !values.isGiven(Setting.REFRESH_TOKEN)) {
            values.require(Setting.USERNAME);
            values.require(Setting.PASSWORD);
        }
        Optional<TotpSecret> totpSecret = values.read(Setting.TOTP_SECRET, Words::totpSecret);
        return () -> new TestUser(
                values.text(Setting.USERNAME).orElse(null),
                values.text(Setting.PASSWORD).map(Password::new).orElse(null),
                totpSecret.orElse(null),
                values.text(Setting.REFRESH_TOKEN).map(RefreshToken::new).orElse(null));
    }

    private Supplier<SignInOptions> signIn() {
        var trustedHosts = values.read(Setting.TRUSTED_HOSTS, TrustedHosts::parse);
        var acceptConsent = values.read(Setting.ACCEPT_CONSENT, Words::bool);
        var skipMfaRegistration = values.read(Setting.SKIP_MFA_REGISTRATION, Words::bool);
        var pages = values.read(Setting.PAGES, fileNames::file);
        var browser = values.read(Setting.BROWSER, Words::browser);
        var headless = values.read(Setting.HEADLESS, Words::bool);
        var gridUrl = values.read(Setting.GRID_URL, Uris::grid);
        var gridCredentials = new GridSettings(values).read();
        var timeout = values.read(Setting.TIMEOUT, Durations::parse);
        var trace = values.read(Setting.TRACE, Words::trace);
        var traceDir = values.read(Setting.TRACE_DIR, fileNames::directory);
        return () -> new SignInOptions(
                trustedHosts.orElse(Set.of()),
                acceptConsent.orElseThrow(),
                skipMfaRegistration.orElseThrow(),
                pages.orElse(null),
                browser.orElseThrow(),
                headless.orElseThrow(),
                gridUrl.orElse(null),
                timeout.orElseThrow(),
                trace.orElseThrow(),
                traceDir.orElse(null),
                gridCredentials);
    }

    private Supplier<@Nullable OsduServer> osdu() {
        // Shells set HOST to the machine's name: alone it says nothing about OSDU.
        boolean meant = values.find(Setting.SERVER)
                .filter(s -> !s.name().equals("HOST") || values.isGiven(Setting.DATA_PARTITION_ID))
                .isPresent();
        if (!meant) {
            return () -> null;
        }
        values.require(Setting.DATA_PARTITION_ID);
        Optional<URI> server = values.read(Setting.SERVER, Uris::server);
        Optional<String> partition = values.read(Setting.DATA_PARTITION_ID, Words::dataPartition);
        return () -> new OsduServer(server.orElseThrow(), partition.orElseThrow());
    }

    /** What other parts read for themselves, or the profile was made by; a typo should not wait until then. */
    private void checkTheRest() {
        values.read(Setting.EMULATOR, Words::bool);
        values.read(Setting.EXPORT, Exports::parse);
    }
}
