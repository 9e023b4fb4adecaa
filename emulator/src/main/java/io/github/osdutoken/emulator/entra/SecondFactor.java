package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Quirk;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page for the second factor: notification, list of methods and code are views of one document. */
final class SecondFactor implements Interrupt {

    static final Page PAGE = Page.of("ConvergedTFA", 1114, 2202);

    private static final Set<Condition> ALL = EnumSet.of(
            Condition.MFA_TOTP,
            Condition.MFA_SMS,
            Condition.MFA_PUSH,
            Condition.MFA_NUMBER,
            Condition.MFA_METHOD_LIST,
            Condition.MFA_METHODS_WITHOUT_TOTP,
            Condition.MFA_PHONE_CONFIRM,
            Condition.MFA_DECLINED,
            Condition.MFA_TIMED_OUT);

    private static final String TOTP = "PhoneAppOTP";
    private static final String PUSH = "PhoneAppNotification";
    private static final String SMS = "OneWaySMS";
    private static final String CALL = "TwoWayVoiceMobile";

    private final Pages pages;
    private final Faults faults;

    SecondFactor(Pages pages, Faults faults) {
        this.pages = pages;
        this.faults = faults;
    }

    @Override
    public Set<Condition> conditions() {
        return ALL;
    }

    /** Return which second factor a user has yet to show. */
    static Condition pending(Flow flow) throws EntraException {
        EmulatorUser user = flow.user();
        if (user != null) {
            for (Condition condition : user.conditions()) {
                if (ALL.contains(condition) && !flow.hasPassed(condition)) {
                    return condition;
                }
            }
        }
        throw Aadsts.SESSION_MISMATCH.with("Token values do not match;");
    }

    @Override
    public Response show(Flow flow, EmulatorUser user, Condition condition) {
        return show(flow, user, condition, Map.of("sErrorCode", "50076"));
    }

    /** Show the page with the field for codes, and what was wrong with the last one. */
    Response rejected(Flow flow, EmulatorUser user, Condition condition, String method, TotpCheck.Result result) {
        int code = Aadsts.STRONG_AUTHENTICATION_FAILED.code();
        return show(
                flow,
                user,
                condition,
                Map.of(
                        "sErrorCode",
                        Integer.toString(code),
                        "iErrorCode",
                        code,
                        "sErrTxt",
                        result.text,
                        "sAuthMethodId",
                        method));
    }

    private Response show(Flow flow, EmulatorUser user, Condition condition, Map<String, Object> own) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("arrUserProofs", proofs(condition));
        config.put("urlPost", "/common/SAS/ProcessAuth");
        config.put("urlBeginAuth", "/common/SAS/BeginAuth");
        config.put("urlEndAuth", "/common/SAS/EndAuth");
        config.put("sPOST_Username", user.username());
        config.put("iSAOtcLength", 6);
        config.put("iTotpOtcLength", 6);
        config.put("iPollingInterval", 1);
        config.put("iPollingTimeout", 120_000);
        config.put("iMaxPollAttempts", 10);
        config.put("iPollingBackoffInterval", 1.04);
        config.put("iRememberMfaDuration", 14);
        config.put("sTrustedDeviceCheckboxName", "rememberMFA");
        config.put("fShowRememberMFA", user.has(Condition.REMEMBER_MFA));
        config.put("fConfirmPhone", condition == Condition.MFA_PHONE_CONFIRM);
        config.put("fCheckInPlace", faults.has(Quirk.TOTP_CHECKED_IN_PLACE));
        config.putAll(own);
        return pages.show(flow, PAGE, config);
    }

    /** List the methods; the first is the default, unless the user has to choose. */
    private static List<Map<String, Object>> proofs(Condition condition) {
        return switch (condition) {
            case MFA_TOTP -> proofs(true, TOTP);
            case MFA_SMS -> proofs(true, SMS, TOTP);
            case MFA_METHOD_LIST -> proofs(false, PUSH, TOTP, SMS, CALL);
            case MFA_METHODS_WITHOUT_TOTP -> proofs(false, SMS, CALL);
            case MFA_PHONE_CONFIRM -> proofs(true, SMS);
            case MFA_DECLINED, MFA_TIMED_OUT -> proofs(true, PUSH);
            default -> proofs(true, PUSH, TOTP);
        };
    }

    private static List<Map<String, Object>> proofs(boolean firstIsDefault, String... methods) {
        return List.of(methods).stream()
                .map(method -> Map.<String, Object>of(
                        "authMethodId",
                        method,
                        "data",
                        method.equals(SMS) || method.equals(CALL) ? "+49 ******77" : method,
                        "display",
                        method.equals(SMS) || method.equals(CALL) ? "+49 ******77" : "",
                        "isDefault",
                        firstIsDefault && method.equals(methods[0])))
                .toList();
    }
}
