package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.EntraException;
import java.util.Set;

/**
 * What some conditions put between the right password and the redirect: a page, or an error.
 *
 * <p>To add a page: a condition, an entry in {@link Notices} or one class here listed in {@link SignInPages}, and one
 * script named like the page's PageID.
 */
interface Interrupt {

    /** Return the conditions this is for. */
    Set<Condition> conditions();

    /**
     * Return the page to show. Asked until the flow has {@linkplain Flow#pass passed} the condition.
     *
     * @throws EntraException if the sign-in ends here; shown on an error page
     */
    Response show(Flow flow, EmulatorUser user, Condition condition) throws EntraException;

    /** Add the routes that the page posts to. */
    default void mount(Routes routes) {}
}
