package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands for {@code login.live.com}: it takes a password and never lets anybody in. */
final class PersonalAccounts {

    private static final Page NEW = Page.of("i5030").drawnBy("Fluent");
    private static final Page OLDER = Page.of("i5030").drawnBy("PersonalAccountOlder");

    private final Tenant tenant;
    private final Pages pages;
    private final Submissions submissions;

    PersonalAccounts(Tenant tenant, Pages pages, Submissions submissions) {
        this.tenant = tenant;
        this.pages = pages;
        this.submissions = submissions;
    }

    void mount(Routes routes) {
        routes.on("GET", "/oauth20_authorize.srf", request -> page(request, ""))
                .on("POST", "/ppsecure/post.srf", request -> {
                    submissions.password(request.form().getOrDefault("login", ""));
                    submissions.page("i5030");
                    return page(request, "That password is incorrect for your personal account.");
                });
    }

    private Response page(Request request, String error) {
        String username = request.query().getOrDefault("username", "");
        boolean older = tenant.users()
                .named(username)
                .map(user -> user.has(Condition.PERSONAL_ACCOUNT_OLDER))
                .orElse(false);
        Map<String, Object> config = new LinkedHashMap<>();
        config.put(
                "sPOST_Username",
                tenant.users().named(username).map(EmulatorUser::username).orElse(""));
        config.put("sFTName", "PPFT");
        config.put("sErrTxt", error);
        config.put("fPersonal", true);
        config.put("urlPost", "/ppsecure/post.srf?" + request.rawQuery());
        return pages.show(older ? OLDER : NEW, request, config);
    }
}
