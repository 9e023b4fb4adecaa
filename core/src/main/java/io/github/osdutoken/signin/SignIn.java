package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.redirect.AuthorizationResponse;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.redirect.LoopbackReceiver;
import io.github.osdutoken.trace.SignInTrace;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sign-in of one user in a browser window of its own. Begun as soon as it is known that there has to be one, so that
 * the browser comes up while its user finds out where it is to go.
 */
public final class SignIn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /**
     * How long after the end a browser may still be asked something, such as for a last picture. While it waits for a
     * server that does not answer, it answers nobody either.
     */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final Profile profile;
    private final ExpectedRedirect expected;
    private final @Nullable LoopbackReceiver receiver;
    private final Browsing browsing;
    private final Thread thread;

    private SignIn(Profile profile, String state) {
        this.profile = profile;
        this.expected = new ExpectedRedirect(profile.client().redirectUri(), state);
        // On a Grid's node "localhost" is the node: who listens there is not us, and must not see the code.
        boolean here = profile.signIn().gridUrl() == null;
        this.receiver = here ? LoopbackReceiver.listen(profile.client().redirectUri(), expected) : null;
        this.browsing = new Browsing(
                profile, expected, receiver == null ? address(profile.client().redirectUri()) : null);
        this.thread = new Thread(browsing, "osdu-sign-in");
    }

    /**
     * Begin to start a browser, and listen at the redirect URI.
     *
     * @param profile who signs in, and how the browser is driven
     * @param state the state that the authorization request will carry
     * @return the sign-in, to be closed in any case
     */
    public static SignIn begin(Profile profile, String state) {
        SignIn signIn = new SignIn(profile, state);
        signIn.thread.setDaemon(true); // the browser itself ends with the JVM by its own hook
        signIn.thread.start();
        return signIn;
    }

    /**
     * Sign the user in and return what arrives at the redirect URI. The window is closed in the background.
     *
     * @param authorizationRequest the authorization request's address
     * @param limit how long it may take, what is left of the profile's timeout
     * @param trace what records it
     * @return the answer: a code, or the issuer's error
     * @throws SignInException if no answer can be had
     */
    public AuthorizationResponse run(URI authorizationRequest, Duration limit, SignInTrace trace) {
        Stopwatch stopwatch = new Stopwatch();
        Journey journey = new Journey(profile, trace);
        CompletableFuture<PageCatalogue> catalogue = new CompletableFuture<>();
        if (profile.signIn().pages() != null) {
            catalogue.complete(PageCatalogue.of(profile)); // a mistake in it is told before anything is opened
        }
        browsing.setOut(new Browsing.Errand(authorizationRequest, catalogue, journey));
        try {
            if (!catalogue.isDone()) {
                catalogue.complete(PageCatalogue.of(profile)); // read while the first page is loaded
            }
            AuthorizationResponse response = expected.await(limit);
            if (response == null) {
                throw outOfTime(profile, journey);
            }
            browsing.endBrowser();
            LOG.info(
                    "{} {} at {} in {} ms: {}",
                    response.code() != null ? "Signed in" : "Refused",
                    profile.user(),
                    profile.issuer(),
                    stopwatch.elapsed().toMillis(),
                    journey);
            return response;
        } catch (InterruptedException e) {
            mustNotBeRefused(journey);
            throw SignInException.of(
                    Reason.TIMEOUT, journey.attempt(), "the thread was interrupted.", "Nothing more was sent.");
        } finally {
            catalogue.cancel(false);
            close();
        }
    }

    /**
     * Wait a little for what the issuer is saying to a password or one-time code, with the interruption kept: it is about to
     * be given up, and nobody would know of a refusal, and so somebody would send it again.
     *
     * @throws SignInException if it was refused
     */
    private void mustNotBeRefused(Journey journey) {
        try {
            if (journey.hasTypedSecret()) {
                expected.await(LAST_PATIENCE);
            }
        } catch (InterruptedException again) {
            LOG.debug("What came of the sign-in was not waited for");
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    /** Give up what is still under way, and listen no longer. Closing again does nothing. */
    @Override
    public void close() {
        browsing.giveUp();
        expected.giveUp();
        if (receiver != null) {
            receiver.close();
        }
        if (!browsing.isThrough()) {
            CompletableFuture.delayedExecutor(LAST_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .execute(this::interrupt);
        }
    }

    private void interrupt() {
        if (!browsing.isThrough()) {
            LOG.debug("The browser does not answer, and is asked no more");
            thread.interrupt();
        }
    }

    /** Return the host and port of a loopback redirect URI that another program holds, so that it never sees the code. */
    private static @Nullable String address(URI redirectUri) {
        boolean plain = "http".equals(redirectUri.getScheme());
        return plain ? redirectUri.getHost() + ":" + (redirectUri.getPort() < 0 ? 80 : redirectUri.getPort()) : null;
    }

    private static SignInException outOfTime(Profile profile, Journey journey) {
        URI grid = profile.signIn().gridUrl();
        String limit = profile.signIn().timeout().toSeconds() + " s";
        if (journey.isUnderWay()) {
            return SignInException.of(
                    Reason.TIMEOUT,
                    journey.attempt(),
                    "it took longer than " + limit + "; " + journey.progress() + ".",
                    journey.whatIfItTookTooLong());
        }
        return grid != null
                ? Browser.notFree(grid, "within " + limit)
                : SignInException.of(
                        Reason.TIMEOUT,
                        journey.attempt(),
                        "no browser had started after " + limit + ".",
                        "Look for a lack of memory, processor time or open files (ulimit -n) on this machine.");
    }
}
