package io.github.osdutoken.emulator;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entra ID's sign-in and a small OSDU API, on loopback, until closed. For tests only.
 *
 * <p>The tenant is {@code contoso.com}; its users are {@code editor}, {@code viewer}, {@code admin} and {@code
 * no-access}, each with the settings that {@link #settings} returns. Several emulators can run at once.
 */
public final class Emulator implements AutoCloseable {

    private final Assembly parts;

    Emulator(EmulatorBuilder builder) {
        parts = new Assembly(builder);
    }

    /** Start an emulator on a free port. */
    public static Emulator start() {
        return builder().start();
    }

    /** Say what an emulator shall be like. */
    public static EmulatorBuilder builder() {
        return new EmulatorBuilder();
    }

    /** Return the address, such as {@code http://127.0.0.1:40123}; also that of the OSDU API. */
    public URI authority() {
        return parts.tenant.authority();
    }

    /** Return where the emulator listens: the authority, unless that is a proxy's. */
    public URI address() {
        return parts.server.uri();
    }

    /**
     * Return the certificate authority that clients must trust, or {@code null} when {@code http} is served. It has signed
     * this emulator's certificate and can sign no other.
     */
    public @Nullable X509Certificate certificateAuthority() {
        return parts.certificate == null ? null : parts.certificate.authority();
    }

    /**
     * Return the address of the pages that are not the issuer's: AD FS, {@code login.live.com}, {@code
     * mysignins.microsoft.com}, … It listens from now on.
     */
    public URI federationAuthority() {
        return parts.otherHosts.authority();
    }

    /** Return the address that stands for {@code login.microsoft.com}, where passkeys are asked for. */
    public URI loginMicrosoftCom() {
        return parts.otherHosts.loginMicrosoftCom(parts.tenant);
    }

    /** Return the tenant id. */
    public String tenantId() {
        return parts.tenant.id();
    }

    /** Return the issuer of ID tokens: authority, tenant id, {@code v2.0}. */
    public URI issuer() {
        return URI.create(parts.tenant.issuer());
    }

    /** Return the id of the registered application. */
    public String clientId() {
        return parts.tenant.apps().get(0).clientId();
    }

    /** Return the secret of the registered application, or {@code null} when it is a public client. */
    public @Nullable String clientSecret() {
        return parts.tenant.apps().get(0).clientSecret();
    }

    /** Return who can sign in. */
    public List<EmulatorUser> users() {
        return parts.tenant.users().all();
    }

    /**
     * Return the user who signs in for a profile.
     *
     * @param profile the part of a user name before the {@code @}, or {@code default} for {@code editor}
     * @throws IllegalArgumentException if there is no such user; the message names the profiles there are
     */
    public EmulatorUser user(String profile) {
        String name = profile.equals("default") ? "editor" : profile;
        return users().stream()
                .filter(one -> one.profile().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The emulator has no user for the profile " + profile
                        + ". It has: default, "
                        + users().stream().map(EmulatorUser::profile).collect(Collectors.joining(", ")) + "."));
    }

    /** Return what goes wrong; to be changed at any time. */
    public Faults faults() {
        return parts.faults;
    }

    /**
     * Return the settings with which a profile's user signs in here.
     *
     * @param profile the part of a user name before the {@code @}, or {@code default} for {@code editor}
     * @return values by key, the password and the TOTP seed among them
     * @throws IllegalArgumentException if there is no such user; the message names the profiles there are
     */
    public Map<String, String> settings(String profile) {
        return ProfileSettings.of(this, user(profile));
    }

    /** Return the requests answered so far, oldest first. */
    public List<RecordedRequest> requests() {
        return parts.traffic.all();
    }

    /** Return how often a password was sent, for whomever. */
    public int passwordPosts() {
        return parts.submissions.passwords();
    }

    /** Return how often a password was sent for one user name, known or not. */
    public int passwordPosts(String username) {
        return parts.submissions.passwords(username);
    }

    /** Return how often a one-time code was sent, for whomever. */
    public int totpPosts() {
        return parts.submissions.codes();
    }

    /** Return how often a one-time code was sent for one user name. */
    public int totpPosts(String username) {
        return parts.submissions.codes(username);
    }

    /**
     * Return how often each page's forms and questions were sent, by PageID: {@code ConvergedSignIn} (the password),
     * {@code GetCredentialType} (the user name), {@code ConvergedTFA}, {@code KmsiInterrupt}, …
     */
    public Map<String, Integer> submissions() {
        return parts.submissions.pages();
    }

    /** Return how many authorization codes were handed out. */
    public int codesIssued() {
        return parts.codes.issued();
    }

    /** Return how many authorization codes were turned into tokens. */
    public int codeRedemptions() {
        return parts.codes.redeemed();
    }

    /** Return how often a refresh token was turned into tokens. */
    public int refreshes() {
        return parts.refreshTokens.uses();
    }

    /** End all refresh tokens that a user has now, as a password reset does. */
    public void revokeRefreshTokens(String username) {
        parts.refreshTokens.revoke(parts.tenant
                .users()
                .named(username)
                .orElseThrow(() -> new IllegalArgumentException("The emulator has no user " + username)));
    }

    /**
     * Change the user who has this object id, as an administrator does: their password, name, conditions. A changed
     * password ends the user's refresh tokens. (Their OSDU groups stay what they were.)
     *
     * @throws IllegalArgumentException if there is no user with this object id
     */
    public void change(EmulatorUser user) {
        boolean samePassword =
                users().stream().anyMatch(one -> one.password().equals(user.password()) && one.isSameAs(user));
        if (!parts.tenant.users().replace(user)) {
            throw new IllegalArgumentException("The emulator has no user with object id " + user.objectId());
        }
        if (!samePassword) {
            revokeRefreshTokens(user.username());
        }
    }

    /** Return the keys that tokens are signed with. */
    public JWKSet publicKeys() {
        return parts.key.publicKeys();
    }

    /** Sign with another key from now on, as issuers do without notice; the one before stays published until the next time. */
    public void rotateKeys() {
        parts.key.rotate();
    }

    /** Stop; requests that wait are dropped. */
    @Override
    public void close() {
        parts.close();
    }

    /** Say where this emulator is. */
    @Override
    public String toString() {
        return "Emulator[" + issuer() + "]";
    }
}
