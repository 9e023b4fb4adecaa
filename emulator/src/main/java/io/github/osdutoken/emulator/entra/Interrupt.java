package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.EntraException;
import org.jspecify.annotations.Nullable;

/**
 * Something that can stand between the right password and the redirect: a page, or an error.
 *
 * <p>To add a page: one class here, listed in {@link SignInPages}, and one script named like the page's PageID.
 */
interface Interrupt {

    /**
     * Return the page to show now, or {@code null} to go on. Asked again after each page, until all let the user pass.
     *
     * @throws EntraException if the sign-in ends here; shown on an error page
     */
    @Nullable
    Response ask(Flow flow, EmulatorUser user) throws EntraException;

    /** Add the routes that the page posts to. */
    default void mount(Routes routes) {}
}
