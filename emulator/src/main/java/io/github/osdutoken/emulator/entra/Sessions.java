package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.oauth.Opaque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is signed in in which browser, so that a second request in the same browser needs no password. */
final class Sessions {

    private final Map<String, EmulatorUser> sessions = new ConcurrentHashMap<>();
    private final Cookies cookies;

    Sessions(Cookies cookies) {
        this.cookies = cookies;
    }

    /** Return the user signed in in the browser a request came from, or {@code null}. */
    @Nullable
    EmulatorUser user(Request request) {
        String cookie = request.cookie(cookies.session());
        return cookie == null ? null : sessions.get(cookie);
    }

    /** Begin a session and return its cookie. */
    String begin(EmulatorUser user, boolean persistent) {
        String id = Opaque.value("1.", 90);
        sessions.put(id, user);
        return persistent ? Cookies.persistent(cookies.session(), id) : Cookies.session(cookies.session(), id);
    }
}
