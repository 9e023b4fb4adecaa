package io.github.osdutoken.emulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user of the emulated tenant.
 *
 * @param username the user principal name, such as {@code editor@contoso.com}; compared without regard to case
 * @param password the password, a fixture and nobody's secret
 * @param objectId the {@code oid} claim, a GUID
 * @param displayName the {@code name} claim
 * @param groups short names of the OSDU groups the user is in, such as {@code users.datalake.viewers}
 * @param conditions what stands between the user name and the redirect; see {@link #with}
 * @param totpSecret the seed of the authenticator app in base32, or {@code null} for none
 * @param code the AADSTS number of a {@link Condition#CONDITIONAL_ACCESS}, {@link Condition#ERROR_PAGE} or {@link
 *     Condition#ADMIN_APPROVAL}; 0 for the usual one
 */
public record EmulatorUser(
        String username,
        String password,
        String objectId,
        String displayName,
        List<String> groups,
        List<Condition> conditions,
        @Nullable String totpSecret,
        int code) {

    /** What an administrator, a policy, time or another product has put before a user. */
    public enum Condition {
        /** The browser knows the account: "Pick an account" comes first, for whoever signs in. */
        ACCOUNT_REMEMBERED,
        /** There is a personal account of the same name: "It looks like this email is used with more than one". */
        ACCOUNT_SPLIT,
        /** The list of credentials comes before the password. */
        CREDENTIAL_PICKER_FIRST,
        /** A number for the phone comes first; the list of credentials leads to the password. */
        PHONE_SIGN_IN_PREFERRED,
        /** A number for the phone comes first; a link leads to the password. */
        USE_PASSWORD_INSTEAD,
        /** The browser is asked for a passkey on {@link Emulator#loginMicrosoftCom()}; the password is on the list. */
        PASSKEY_PREFERRED,
        /** As {@link #PASSKEY_PREFERRED}, and no password is on the list. */
        PASSKEY_ONLY,
        /** Federated with AD FS 2016 or later, on {@link Emulator#federationAuthority()}. */
        FEDERATED_ADFS,
        /** Federated with an AD FS that asks for user name and password one after the other. */
        FEDERATED_ADFS_PAGINATED,
        /** Federated with an AD FS 2.x. */
        FEDERATED_ADFS_2,
        /** Federated with an AD FS that wants Kerberos: 401 and no page. */
        FEDERATED_INTEGRATED,
        /** Federated with an identity provider of another make. */
        FEDERATED_OTHER,
        /** Not a work account: {@code login.live.com}'s page of 2025. */
        PERSONAL_ACCOUNT,
        /** Not a work account: {@code login.live.com}'s older page. */
        PERSONAL_ACCOUNT_OLDER,

        /** An administrator disabled the account: AADSTS50057. */
        DISABLED,
        /** The password has expired and must be changed: AADSTS50055. */
        PASSWORD_EXPIRED,
        /** The application requires assignment and the user has none: AADSTS50105. */
        NOT_ASSIGNED,
        /** A code from the authenticator app. */
        MFA_TOTP,
        /** A code from a text message, on the same fields as an app's; "another way" offers the app. */
        MFA_SMS,
        /** A notification on the phone; "another way" offers the app's code. */
        MFA_PUSH,
        /** A notification with a number to enter; "another way" offers the app's code. */
        MFA_NUMBER,
        /** The list of methods, the app's code among them. */
        MFA_METHOD_LIST,
        /** The list of methods, without the app's code. */
        MFA_METHODS_WITHOUT_TOTP,
        /** The phone number must be confirmed before a text message is sent. */
        MFA_PHONE_CONFIRM,
        /** A notification that is declined. */
        MFA_DECLINED,
        /** A notification that nobody answers. */
        MFA_TIMED_OUT,
        /** The page for codes offers not to ask again for 14 days. Shows no page of its own. */
        REMEMBER_MFA,
        /** The device must show a certificate, on another host. */
        DEVICE_LOGIN,
        /** "Permissions requested". */
        CONSENT,
        /** "Need admin approval": AADSTS90094. */
        ADMIN_APPROVAL,
        /** "Are you trying to sign in to …?"; leads on by script. */
        APP_CONFIRM,
        /** "Continue to sign in?" */
        SSO_NOTICE,
        /** "More information required", no longer to be skipped; leads to the registration on another host. */
        MORE_INFORMATION,
        /** "More information required", which may be skipped for 14 days. */
        MORE_INFORMATION_SKIPPABLE,
        /** "Improve your sign-ins" with the Authenticator: AADSTS50203, may be skipped. */
        AUTHENTICATOR_NUDGE,
        /** Password reset must be registered: AADSTS50125. */
        SSPR_INTERRUPT,
        /** Conditional Access says no: AADSTS53003, or {@link #withCode}. */
        CONDITIONAL_ACCESS,
        /** The error page: AADSTS50020, or {@link #withCode}. */
        ERROR_PAGE,
        /** "Working…": a form that posts itself. */
        AUTO_POST,
        /** Terms of use, on another host. */
        TERMS_OF_USE,
        /** A page that is not in any book, PageID {@code ConvergedNovelty}; its button leads on. */
        UNKNOWN_PAGE;

        private boolean offersTotp() {
            return switch (this) {
                case MFA_TOTP, MFA_SMS, MFA_PUSH, MFA_NUMBER, MFA_METHOD_LIST -> true;
                default -> false;
            };
        }
    }

    /** Copy the collections. */
    public EmulatorUser {
        groups = List.copyOf(groups);
        conditions = List.copyOf(conditions);
        if (conditions.stream().distinct().count() < conditions.size()) {
            throw new IllegalArgumentException("A condition comes twice in " + conditions);
        }
    }

    /** Make a user in good standing. */
    public EmulatorUser(String username, String password, String objectId, String displayName, List<String> groups) {
        this(username, password, objectId, displayName, groups, List.of(), null, 0);
    }

    /**
     * Return the same user with these conditions and no others.
     *
     * <p>Those that come before the password ({@link Condition#ACCOUNT_REMEMBERED} to {@link
     * Condition#PERSONAL_ACCOUNT_OLDER}) have their place in the sign-in. The others come after the password in the
     * order given here, and "Stay signed in?" comes last. A user whose conditions offer an app's code gets a seed.
     */
    public EmulatorUser with(Condition... conditions) {
        List<Condition> all = List.of(conditions);
        boolean needsSeed = totpSecret == null && all.stream().anyMatch(Condition::offersTotp);
        String seed = needsSeed ? Base32.encode(objectId.replace("-", "").substring(12)) : totpSecret;
        return new EmulatorUser(username, password, objectId, displayName, groups, all, seed, code);
    }

    /** Return the same user with this seed of an authenticator app, in base32. */
    public EmulatorUser withTotpSecret(String base32) {
        return new EmulatorUser(username, password, objectId, displayName, groups, conditions, base32, code);
    }

    /** Return the same user, stopped with this AADSTS number. */
    public EmulatorUser withCode(int aadsts) {
        return new EmulatorUser(username, password, objectId, displayName, groups, conditions, totpSecret, aadsts);
    }

    /** Tell whether a condition holds. */
    public boolean has(Condition condition) {
        return conditions.contains(condition);
    }

    /** Tell whether this is the same person, whatever has been changed about them. */
    boolean isSameAs(EmulatorUser other) {
        return objectId.equals(other.objectId);
    }

    /** Return the part of the user name before the {@code @}: the name of the profile that signs in as this user. */
    public String profile() {
        return username.split("@", 2)[0];
    }

    /** Return everything but the password and the seed. */
    @Override
    public String toString() {
        return "EmulatorUser[" + username + ", " + objectId + ", groups " + groups + ", conditions " + conditions + "]";
    }
}
