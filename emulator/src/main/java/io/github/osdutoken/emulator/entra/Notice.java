package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A page that says something; whether it leads on is its script's business.
 *
 * @param page which page
 * @param code the AADSTS number it carries
 * @param post where its form goes, below the tenant; empty when it has none
 * @param config what its script needs
 */
record Notice(Page page, int code, String post, Map<String, Object> config) {

    /** What a user is asked to allow. */
    private static final List<Map<String, Object>> SCOPES = List.of(
            Map.of("label", "Access OSDU tests", "description", "Allow the application to act for you.", "id", "s1"),
            Map.of("label", "View your basic profile", "description", "Name and picture.", "id", "s2"),
            Map.of("label", "Maintain access to data", "description", "Even when you are away.", "id", "s3"));

    private static final Page PROOF_UP = Page.of("ConvergedProofUpRedirect", 1121, 2000);

    static final Map<Condition, Notice> ALL = all();

    private static Map<Condition, Notice> all() {
        Map<Condition, Notice> all = new EnumMap<>(Condition.class);
        all.put(
                Condition.PASSWORD_EXPIRED,
                new Notice(Page.of("ConvergedChangePassword", 1116, 2009), 50055, "", Map.of()));
        all.put(
                Condition.CONSENT,
                new Notice(Page.of("ConvergedConsent"), 65001, "/Consent/Set", Map.of("arrScopes", SCOPES)));
        all.put(
                Condition.ADMIN_APPROVAL,
                new Notice(Page.of("ConvergedConsent").drawnBy("AdminApproval"), 90094, "", Map.of()));
        all.put(Condition.APP_CONFIRM, new Notice(Page.of("CmsiInterrupt"), 50199, "/appverify", Map.of()));
        all.put(Condition.SSO_NOTICE, new Notice(Page.of("SsoNotice"), 9002341, "/ssonotice", Map.of()));
        all.put(Condition.MORE_INFORMATION, proofUp(50079, 0, "More information required"));
        all.put(Condition.MORE_INFORMATION_SKIPPABLE, proofUp(50072, 14, "More information required"));
        all.put(Condition.AUTHENTICATOR_NUDGE, proofUp(50203, 3, "Improve your sign-ins"));
        all.put(Condition.SSPR_INTERRUPT, proofUp(50125, 0, "Don't lose access to your account!"));
        all.put(
                Condition.CONDITIONAL_ACCESS,
                new Notice(Page.of("ConvergedConditionalAccess"), 53003, "", Map.of("strMainMessage", "")));
        all.put(Condition.UNKNOWN_PAGE, new Notice(Page.of("ConvergedNovelty"), 0, "/novelty", Map.of()));
        return all;
    }

    private static Notice proofUp(int code, int daysLeft, String heading) {
        return new Notice(
                PROOF_UP,
                code,
                "",
                Map.of("iRemainingDaysToSkipMfaRegistration", daysLeft, "emulatorHeading", heading));
    }

    /** Tell whether the page offers to be skipped. */
    boolean isSkippable() {
        return Integer.valueOf(0).compareTo((Integer) config.getOrDefault("iRemainingDaysToSkipMfaRegistration", 0))
                < 0;
    }
}
