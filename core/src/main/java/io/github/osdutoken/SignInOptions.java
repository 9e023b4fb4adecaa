package io.github.osdutoken;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the browser is driven through the sign-in.
 *
 * @param trustedHosts hosts beside the issuer's on which secrets may be typed: {@code host} or {@code host:port}, lower
 *     case
 * @param acceptConsent whether the application's permissions are accepted for the user
 * @param skipMfaRegistration whether an offer to register a second factor is put off when the page allows it
 * @param pages a file of page-catalogue entries that extend or override ours, or {@code null}
 * @param browser {@code auto}, {@code chrome}, {@code chromium}, {@code headless-shell}, {@code edge}, or a path
 * @param headless whether the browser runs without a window
 * @param gridUrl a Selenium Grid that runs the browser, or {@code null} for this machine
 * @param timeout how long the whole sign-in may take
 * @param trace when a record of the sign-in is saved
 * @param traceDir the folder for such records, or {@code null} for {@code target/osdu-sign-in} or
 *     {@code build/osdu-sign-in}, whichever build folder there is, else one in the temp folder
 * @param gridCredentials what the Grid is asked with, or {@code null} when it wants none
 * @since 0.1
 */
public record SignInOptions(
        Set<String> trustedHosts,
        boolean acceptConsent,
        boolean skipMfaRegistration,
        @Nullable Path pages,
        String browser,
        boolean headless,
        @Nullable URI gridUrl,
        Duration timeout,
        TraceMode trace,
        @Nullable Path traceDir,
        @Nullable GridCredentials gridCredentials) {

    /** The time a whole sign-in may take unless {@code osdu.timeout} says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    /** Headless, on this machine, trusting nobody but the issuer. */
    public static final SignInOptions DEFAULTS = new SignInOptions(
            Set.of(), false, false, null, "auto", true, null, DEFAULT_TIMEOUT, TraceMode.ON_FAILURE, null);

    /** Keep a copy of the hosts. */
    public SignInOptions {
        trustedHosts = Set.copyOf(trustedHosts);
    }

    /**
     * Make options for this machine, or for a Grid that wants no credentials.
     *
     * @param trustedHosts hosts beside the issuer's on which secrets may be typed
     * @param acceptConsent whether the application's permissions are accepted for the user
     * @param skipMfaRegistration whether an offer to register a second factor is put off
     * @param pages a file of page-catalogue entries, or {@code null}
     * @param browser which browser
     * @param headless whether the browser runs without a window
     * @param gridUrl a Selenium Grid, or {@code null} for this machine
     * @param timeout how long the whole sign-in may take
     * @param trace when a record of the sign-in is saved
     * @param traceDir the folder for such records, or {@code null}
     */
    public SignInOptions(
            Set<String> trustedHosts,
            boolean acceptConsent,
            boolean skipMfaRegistration,
            @Nullable Path pages,
            String browser,
            boolean headless,
            @Nullable URI gridUrl,
            Duration timeout,
            TraceMode trace,
            @Nullable Path traceDir) {
        this(
                trustedHosts,
                acceptConsent,
                skipMfaRegistration,
                pages,
                browser,
                headless,
                gridUrl,
                timeout,
                trace,
                traceDir,
                null);
    }
}
