package io.github.osdutoken.cache;

import io.github.osdutoken.Client;
import io.github.osdutoken.ClientCertificate;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInOptions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not to be repeated once it failed, with everything its outcome depends on: when any of that changes,
 * it is another attempt.
 *
 * @param kind what is attempted
 * @param account whose tokens are wanted, with the credentials that are used
 * @param client the application, or {@code null} when the outcome does not depend on it
 * @param options how the browser is driven, or {@code null} when the outcome does not depend on it
 */
public record Attempt(
        Kind kind,
        Account account,
        @Nullable Client client,
        @Nullable SignInOptions options) {

    /** What is attempted. */
    public enum Kind {
        /** A refresh token is exchanged; no password is sent. */
        REFRESH,
        /** The user is signed in with a browser. */
        SIGN_IN,
        /** Another process's sign-in of the same user is waited for. */
        LOCK
    }

    /** Return a profile's attempt to get tokens for a refresh token. */
    public static Attempt refresh(Profile profile) {
        return new Attempt(Kind.REFRESH, Account.of(profile), profile.client(), profile.signIn());
    }

    /** Return a profile's attempt to sign in. */
    public static Attempt signIn(Profile profile) {
        return new Attempt(Kind.SIGN_IN, Account.of(profile).typed(), profile.client(), profile.signIn());
    }

    /** Return a profile's attempt to be the one process that works for the user. */
    public static Attempt lock(Profile profile) {
        return new Attempt(Kind.LOCK, Account.of(profile).owner(), null, null);
    }

    /** Return what tells this attempt from others of the same account, without telling its secrets. */
    String fingerprint() {
        List<String> parts = new ArrayList<>(List.of(kind.name()));
        if (client != null) {
            parts.addAll(List.of(
                    client.id(), credential(client), client.redirectUri().toString(), client.scope()));
        }
        if (options != null) {
            // Sorted, since a set's order is another one in each process.
            parts.add(new TreeSet<>(options.trustedHosts()).toString());
            parts.add(Stream.of(
                            options.acceptConsent(),
                            options.skipMfaRegistration(),
                            options.pages(),
                            options.browser(),
                            options.headless(),
                            options.gridUrl())
                    .map(String::valueOf)
                    .collect(Collectors.joining("\n")));
        }
        return Digest.of(Fields.ofTexts(parts));
    }

    private static String credential(Client client) {
        if (client.credential() instanceof ClientCertificate certificate) {
            X509Certificate registered = certificate.certificate();
            return registered.getSerialNumber() + " "
                    + HexFormat.of().formatHex(registered.getPublicKey().getEncoded());
        }
        ClientSecret secret = client.secret();
        return secret == null ? "" : secret.value();
    }

    /** Return the same attempt for whichever application, however the browser is driven. */
    Attempt ofAnyClient() {
        return new Attempt(kind, account, null, null);
    }

    /** Say what is attempted for whom, without any secret. */
    @Override
    public String toString() {
        return "Attempt[" + kind + ", " + account + "]";
    }
}
