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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sign-in of one user in a browser window of its own. */
public final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private SignIn() {}

    /**
     * Sign the profile's user in and return what arrives at the redirect URI. The window is closed in the background.
     *
     * @param profile who, and how the browser is driven
     * @param authorizationRequest the authorization request's address
     * @param state the state it carries
     * @param limit how long it may take, what is left of the profile's timeout
     * @param trace what records it
     * @return the answer: a code, or the issuer's error
     * @throws SignInException if no answer can be had
     */
    public static AuthorizationResponse run(
            Profile profile, URI authorizationRequest, String state, Duration limit, SignInTrace trace) {
        PageCatalogue catalogue = PageCatalogue.of(profile);
        ExpectedRedirect expected = new ExpectedRedirect(profile.client().redirectUri(), state);
        Journey journey = new Journey(profile, trace);
        Stopwatch stopwatch = new Stopwatch();
        // On a Grid's node "localhost" is the node: who listens there is not us, and must not see the code.
        boolean here = profile.signIn().gridUrl() == null;
        LoopbackReceiver receiver =
                here ? LoopbackReceiver.listen(profile.client().redirectUri(), expected) : null;
        Thread browsing = new Thread(
                () -> browse(profile, catalogue, authorizationRequest, expected, journey, receiver == null),
                "osdu-sign-in");
        browsing.setDaemon(true); // the browser itself ends with the JVM by its own hook
        browsing.start();
        try (receiver) {
            AuthorizationResponse response = expected.await(limit);
            if (response == null) {
                throw outOfTime(profile, journey);
            }
            LOG.info(
                    "{} {} at {} in {} ms: {}",
                    response.code() != null ? "Signed in" : "Refused",
                    profile.user(),
                    profile.issuer(),
                    stopwatch.elapsed().toMillis(),
                    journey);
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SignInException.of(
                    Reason.TIMEOUT, journey.attempt(), "the thread was interrupted.", "Nothing more was sent.");
        } finally {
            expected.giveUp();
        }
    }

    private static void browse(
            Profile profile,
            PageCatalogue catalogue,
            URI authorizationRequest,
            ExpectedRedirect expected,
            Journey journey,
            boolean portTaken) {
        try (Browser browser = Browser.start(
                profile.signIn(),
                portTaken ? address(profile.client().redirectUri()) : null,
                expected::browserWentTo)) {
            journey.hasBrowser();
            if (!expected.isHere()) { // given up while the browser started
                drive(browser, profile, catalogue, authorizationRequest, expected, journey);
            }
        } catch (RuntimeException | Error e) {
            expected.fail(e);
        }
    }

    private static void drive(
            Browser browser,
            Profile profile,
            PageCatalogue catalogue,
            URI authorizationRequest,
            ExpectedRedirect expected,
            Journey journey) {
        journey.trace().follow(browser);
        try {
            browser.open(authorizationRequest);
            Actor actor = new Actor(profile, expected, journey);
            UnknownPage unknown = new UnknownPage(journey, !profile.signIn().headless());
            new PageMachine(browser, catalogue, expected, journey, actor, unknown).run();
        } catch (InterruptedException e) {
            LOG.debug("The sign-in was given up");
        } catch (RuntimeException | Error e) {
            expected.fail(e); // before the last look: nothing that goes wrong there hides why we are here
        } finally {
            journey.trace().leave(expected.isAnswered());
        }
    }

    /** Return the host and port of a loopback redirect URI that another program holds, so that it never sees the code. */
    private static @Nullable String address(URI redirectUri) {
        boolean plain = "http".equals(redirectUri.getScheme());
        return plain ? redirectUri.getHost() + ":" + (redirectUri.getPort() < 0 ? 80 : redirectUri.getPort()) : null;
    }

    private static SignInException outOfTime(Profile profile, Journey journey) {
        URI grid = profile.signIn().gridUrl();
        if (grid != null && !journey.isUnderWay()) {
            return Browser.notFree(grid, "within " + profile.signIn().timeout().toSeconds() + " s");
        }
        return SignInException.of(
                Reason.TIMEOUT,
                journey.attempt(),
                "it took longer than " + profile.signIn().timeout().toSeconds() + " s; the last page was "
                        + journey.here() + ".",
                "Raise osdu.timeout if the issuer is slow, or run with osdu.headless=false to watch.");
    }
}
