package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Quirk;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page with the user name and the password: one document, two views. */
final class SignInPage {

    static final Page PAGE = Page.of("ConvergedSignIn", 1104, 1800);

    /** What the page says; the real one says it in the user's language. */
    private static final Map<Aadsts, String> TEXTS = Map.of(
            Aadsts.UNKNOWN_USER, "We couldn't find an account with that username.",
            Aadsts.INVALID_CREDENTIALS,
                    "Your account or password is incorrect. If you don't remember your password, reset it now.",
            Aadsts.ACCOUNT_LOCKED,
                    "Your account is temporarily locked to prevent unauthorized use. Try again later, and if you still"
                            + " have trouble, contact your admin.",
            Aadsts.ACCOUNT_DISABLED,
                    "Your account has been locked. Contact your support person to unlock it, then try again.");

    private final Pages pages;
    private final CredentialTypes types;
    private final Faults faults;

    SignInPage(Pages pages, CredentialTypes types, Faults faults) {
        this.pages = pages;
        this.types = types;
        this.faults = faults;
    }

    /**
     * Show a healthy page. Its error code is 50058 all the same: nobody is signed in yet.
     *
     * @param hinted who is expected to sign in, or empty
     * @param tiles the accounts to pick from, empty for no such page
     */
    Response first(Flow flow, String hinted, List<AccountTile> tiles) {
        Map<String, Object> own = new LinkedHashMap<>();
        if (!hinted.isEmpty()) {
            own.put("sPOST_Username", hinted);
            own.put("oGetCredTypeResult", types.of(flow, hinted));
        } else {
            own.put("arrSessions", tiles);
        }
        return show(flow, Aadsts.NOT_SIGNED_IN, own);
    }

    /** Show the page again with the reason why the password did not do. */
    Response rejected(Flow flow, String username, Aadsts problem) {
        return show(
                flow,
                problem,
                Map.of(
                        "sPOST_Username", username,
                        "iErrorCode", problem.code(),
                        "sErrTxt", TEXTS.getOrDefault(problem, ""),
                        "arrValErrs", List.of(Integer.toString(problem.code()))));
    }

    private Response show(Flow flow, Aadsts code, Map<String, ?> own) {
        Map<String, Object> config = new LinkedHashMap<>(own);
        config.put("sErrorCode", Integer.toString(code.code()));
        config.put("fShowPersistentCookiesWarning", false);
        config.put("fPasswordPrompted", faults.has(Quirk.PASSWORD_PROMPTED));
        return pages.show(flow, faults.has(Quirk.FLUENT_SIGN_IN) ? PAGE.drawnBy("Fluent") : PAGE, config);
    }
}
