package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** No answer, or one that is not OAuth's. */
final class Unusable {

    static final String CHECK_NETWORK = "Check the URL, the network and the JVM's proxy settings (https.proxyHost);"
            + " if an emulator serves this URL, check that it runs.";

    private static final String CHECK_TRUST =
            "Check the URL, and that the JVM trusts the server's certificate or that of"
                    + " the proxy before it (javax.net.ssl.trustStore).";

    private static final String CHECK_ISSUER = "Check osdu.issuer and osdu.authority, and that no proxy or sign-in"
            + " gateway answers in the server's place.";

    private Unusable() {}

    /** The exception itself is left out of the message and the causes: it may quote what the server sent. */
    static SignInException noAnswer(String attempted, URI uri, IOException failure, String next) {
        if (failure instanceof BoundedBody.TooLongException) {
            return SignInException.of(
                    Reason.PROTOCOL,
                    attempted,
                    "The answer of " + uri.getRawAuthority() + " was longer than any of an issuer's.",
                    CHECK_ISSUER);
        }
        return SignInException.of(
                Reason.UNAVAILABLE,
                attempted,
                whatHappened(uri, failure),
                failure instanceof SSLException ? CHECK_TRUST : next);
    }

    static SignInException unexpected(String attempted, HTTPResponse response) {
        int status = response.getStatusCode();
        String found = "The server answered " + status + " with " + contentType(response) + ".";
        if (status == 429) {
            return SignInException.of(
                    Reason.THROTTLED,
                    attempted,
                    RepeatableRequest.retryAfter(response)
                            .map(wait -> "The server answered 429 and asks to wait " + wait.toSeconds() + " s.")
                            .orElse("The server answered 429: too many requests."),
                    "Wait before the next run, and keep osdu.cache at 'file' so that tests share one token.");
        }
        if (status >= 500) {
            return SignInException.of(Reason.UNAVAILABLE, attempted, found, "Run again in a few minutes.");
        }
        if (status == 407) {
            return SignInException.of(
                    Reason.UNAVAILABLE,
                    attempted,
                    "The proxy answered 407: it wants to know who asks.",
                    "Let this host through the proxy without a password, or list it in http.nonProxyHosts.");
        }
        return SignInException.of(Reason.PROTOCOL, attempted, found, CHECK_ISSUER);
    }

    static String contentType(HTTPResponse response) {
        return Optional.ofNullable(response.getHeaderValue("Content-Type"))
                .map(ServerText::quote)
                .orElse("no content type");
    }

    private static String whatHappened(URI uri, IOException failure) {
        String server = uri.getRawAuthority();
        if (failure instanceof HttpConnectTimeoutException) {
            return "No connection to " + server + " could be made in time.";
        }
        if (failure instanceof HttpTimeoutException) {
            return server + " did not answer in time.";
        }
        if (failure instanceof InterruptedIOException) {
            return "The thread was interrupted while it waited for " + server + ".";
        }
        if (failure instanceof ConnectException) {
            return failure.getCause() instanceof UnresolvedAddressException
                    ? "No address was found for the host name of " + server + " (DNS)."
                    : server + " refused the connection.";
        }
        if (failure instanceof SSLException) {
            return "No TLS connection to " + server + " could be made ("
                    + ServerText.quote(String.valueOf(failure.getMessage())) + ").";
        }
        return "The connection to " + server + " broke.";
    }
}
