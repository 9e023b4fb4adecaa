package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Quirk;
import io.github.osdutoken.emulator.oauth.Opaque;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says who a user name is and how they sign in: the answer to GetCredentialType. */
final class CredentialTypes {

    private static final int EXISTS = 0;
    private static final int DOES_NOT_EXIST = 1;
    private static final int THROTTLED = 2;
    private static final int PERSONAL = 5;
    private static final int WORK_AND_PERSONAL = 6;

    private static final int PASSWORD = 1;
    private static final int PHONE_SIGN_IN = 2;
    private static final int FEDERATION = 4;
    private static final int PASSKEY = 7;

    private final Tenant tenant;
    private final Flows flows;
    private final Faults faults;
    private final OtherHosts otherHosts;

    CredentialTypes(Tenant tenant, Flows flows, Faults faults, OtherHosts otherHosts) {
        this.tenant = tenant;
        this.flows = flows;
        this.faults = faults;
        this.otherHosts = otherHosts;
    }

    Map<String, Object> of(Flow flow, String username) {
        EmulatorUser user = tenant.users().named(username).orElse(null);
        boolean throttled = faults.has(Quirk.CREDENTIAL_TYPE_THROTTLED);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("Username", username);
        answer.put("Display", username);
        answer.put("IfExistsResult", throttled ? THROTTLED : exists(user));
        answer.put("IsUnmanaged", false);
        answer.put("ThrottleStatus", throttled ? 1 : 0);
        answer.put("IsSignupDisallowed", true);
        answer.put("FlowToken", flows.token(flow));
        answer.put("apiCanary", Opaque.value("PAQABDgEAAAB", 90));
        int preferred = preferred(user);
        answer.put("EstsProperties", Map.of("DomainType", preferred == FEDERATION ? 4 : 3));
        answer.put("Credentials", credentials(flow, user, preferred, username));
        if (user != null) {
            answer.put("EmulatorHints", hints(flow, user));
        }
        return answer;
    }

    private Map<String, Object> credentials(Flow flow, @Nullable EmulatorUser user, int preferred, String username) {
        Map<String, Object> credentials = new LinkedHashMap<>();
        credentials.put("PrefCredential", preferred);
        credentials.put("HasPassword", preferred != FEDERATION && (user == null || !user.has(Condition.PASSKEY_ONLY)));
        credentials.put("HasFido", preferred == PASSKEY);
        credentials.put("HasRemoteNGC", preferred == PHONE_SIGN_IN);
        credentials.put("OtcNotAutoSent", false);
        if (preferred == FEDERATION) {
            // The name is the emulator's own way to tell one federation from another.
            credentials.put(
                    "FederationRedirectUrl",
                    otherHosts.authority() + "/adfs/ls/?wa=wsignin1.0&wtrealm=urn%3afederation%3aMicrosoftOnline"
                            + "&client-request-id=" + flow.trace.correlationId() + "&wctx="
                            + escaped("estsredirect=2&estsrequest=" + flow.context) + "&username="
                            + escaped(username));
        }
        if (preferred == PHONE_SIGN_IN) {
            credentials.put(
                    "RemoteNgcParams",
                    Map.of("SessionIdentifier", Opaque.value("", 30), "Entropy", 73, "DefaultType", 1));
        }
        return credentials;
    }

    /** Tell the page's script what the real one learns in ways nobody has written down. */
    private Map<String, Object> hints(Flow flow, EmulatorUser user) {
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put("pickerFirst", user.has(Condition.CREDENTIAL_PICKER_FIRST));
        hints.put("passwordLink", user.has(Condition.USE_PASSWORD_INSTEAD));
        if (user.has(Condition.ACCOUNT_SPLIT) || exists(user) == PERSONAL) {
            hints.put(
                    "personalUrl",
                    otherHosts.authority() + "/oauth20_authorize.srf?username=" + escaped(user.username()));
        }
        if (preferred(user) == PASSKEY) {
            hints.put(
                    "passkeyUrl",
                    otherHosts.loginMicrosoftCom(tenant) + "/" + tenant.id() + "/fido/get?ctx=" + flow.context
                            + "&flowToken=" + flows.token(flow) + "&username=" + escaped(user.username()));
        }
        return hints;
    }

    private static int exists(@Nullable EmulatorUser user) {
        if (user == null) {
            return DOES_NOT_EXIST;
        }
        if (user.has(Condition.PERSONAL_ACCOUNT) || user.has(Condition.PERSONAL_ACCOUNT_OLDER)) {
            return PERSONAL;
        }
        return user.has(Condition.ACCOUNT_SPLIT) ? WORK_AND_PERSONAL : EXISTS;
    }

    private static int preferred(@Nullable EmulatorUser user) {
        if (user == null) {
            return PASSWORD;
        }
        if (Federation.isFederated(user)) {
            return FEDERATION;
        }
        if (user.has(Condition.PASSKEY_PREFERRED) || user.has(Condition.PASSKEY_ONLY)) {
            return PASSKEY;
        }
        return user.has(Condition.PHONE_SIGN_IN_PREFERRED) || user.has(Condition.USE_PASSWORD_INSTEAD)
                ? PHONE_SIGN_IN
                : PASSWORD;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
