package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** "Update your password". The emulator shows the page and never changes a password. */
final class ChangePassword implements Interrupt {

    private final Pages pages;

    ChangePassword(Pages pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable Response ask(Flow flow, EmulatorUser user) {
        if (!user.conditions().contains(Condition.PASSWORD_EXPIRED)) {
            return null;
        }
        String code = Integer.toString(Aadsts.PASSWORD_EXPIRED.code());
        return pages.show(
                flow,
                new Page("ConvergedChangePassword", "Update your password", 1116, 2009),
                Map.of("sErrorCode", code, "sPOST_Username", user.username()));
    }
}
