package io.github.osdutoken.redirect;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one answer that is expected at the redirect URI. Two watch for it, the {@link LoopbackReceiver} and the browser's
 * own navigation; whoever sees it first settles it, and the other's sighting changes nothing.
 */
public final class ExpectedRedirect {

    /** The place, the query, the fragment; in the latter two a browser lets through more than {@link URI} does. */
    private static final Pattern PARTS = Pattern.compile("([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);

    private final RedirectUri redirectUri;
    private final String state;
    private final CompletableFuture<AuthorizationResponse> answer = new CompletableFuture<>();

    /**
     * Opened when the answer is settled. Waiting for the future itself would make a fork-join pool, such as the one
     * JUnit's parallel tests run in, start another thread in place of the one that waits, and with it another test.
     */
    private final CountDownLatch settled = new CountDownLatch(1);

    /**
     * Expect an answer.
     *
     * @param redirectUri where
     * @param state the state that was sent with the authorization request
     */
    public ExpectedRedirect(URI redirectUri, String state) {
        this.redirectUri = new RedirectUri(redirectUri);
        this.state = state;
    }

    /**
     * Take note of where the browser went.
     *
     * @param address the address, with query and fragment
     * @param formBody the body of a form post, or {@code null}
     * @throws SignInException with {@link Reason#PROTOCOL} if the browser brings an answer with another state
     */
    public void browserWentTo(String address, @Nullable String formBody) {
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches() || !redirectUri.matches(parts.group(1))) {
            return;
        }
        AuthorizationResponse response = first(parts.group(2), parts.group(3), formBody);
        if (response == null) {
            return;
        }
        // An error without a state is still the server's word on our request; a code without one is not.
        if (isOurs(response) || (response.error() != null && response.state() == null)) {
            settled(answer.complete(response));
        } else {
            throw SignInException.of(
                    Reason.PROTOCOL,
                    "Reading the answer at " + redirectUri.uri(),
                    "it carries a state that this sign-in did not send.",
                    "Nothing was exchanged. If it happens again, something between browser and issuer changes or"
                            + " replays requests.");
        }
    }

    /**
     * Take what some process sent to the loopback receiver; anyone on this machine can.
     *
     * @return whether it is the expected answer; another's is ignored
     */
    boolean received(String method, URI uri, String body) {
        if (!redirectUri.path().equals(uri.getPath())) {
            return false;
        }
        AuthorizationResponse response =
                method.equals("POST") ? first(body, null, null) : first(uri.getRawQuery(), null, null);
        return response != null && isOurs(response) && settled(answer.complete(response));
    }

    /** Tell whether the answer is here. */
    public boolean isHere() {
        return answer.isDone();
    }

    /** Tell whether an answer came, and not a failure or nothing. */
    public boolean isAnswered() {
        return answer.isDone() && !answer.isCompletedExceptionally();
    }

    /**
     * Wait for the answer.
     *
     * @param limit how long at most
     * @return the answer, or {@code null} when it is not here in time
     * @throws SignInException if the sign-in failed meanwhile
     * @throws InterruptedException if the thread is interrupted meanwhile, or the sign-in was given up
     */
    public @Nullable AuthorizationResponse await(Duration limit) throws InterruptedException {
        try {
            return settled.await(limit.toNanos(), TimeUnit.NANOSECONDS) ? answer.get() : null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SignInException failure) {
                throw failure;
            }
            throw new IllegalStateException("The sign-in ended with a defect", e.getCause());
        } catch (CancellationException e) {
            throw new InterruptedException("The sign-in was given up");
        }
    }

    /** End the wait: no answer will come. */
    public void fail(Throwable why) {
        settled(answer.completeExceptionally(why));
    }

    /** End the wait of whoever still watches. */
    public void giveUp() {
        settled(answer.cancel(true));
    }

    private boolean settled(boolean byThis) {
        settled.countDown();
        return byThis;
    }

    private boolean isOurs(AuthorizationResponse response) {
        return response.state() != null
                && MessageDigest.isEqual(
                        response.state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable AuthorizationResponse first(@Nullable String... candidates) {
        for (String parameters : candidates) {
            AuthorizationResponse response = AuthorizationResponse.parse(parameters);
            if (response != null) {
                return response;
            }
        }
        return null;
    }
}
