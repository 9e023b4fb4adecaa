package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.oauth.Opaque;
import io.github.osdutoken.emulator.oauth.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One browser's way from the authorization endpoint to the redirect. */
final class Flow {

    /** Names the flow on its pages: {@code sCtx}. */
    final String context = Opaque.value("rQQIARAA", 90);

    /** Against forged forms. */
    final String canary = Opaque.value("", 24) + "=1:1:CANARY:";

    /** What came back from the browser's cookie, so that a page works in the browser that loaded it and no other. */
    final String browser;

    final AuthorizationRequest request;
    final Trace trace;

    /** The tokens of the pages served so far, and when. */
    final Map<String, Instant> tokens = new ConcurrentHashMap<>();

    private final Set<Condition> passed = ConcurrentHashMap.newKeySet();

    /** Who typed the right password. */
    private volatile @Nullable EmulatorUser user;

    /** Whether the browser keeps the session when it is closed. */
    volatile boolean persistent;

    /** Whether "Stay signed in?" has been answered, or need not be asked. */
    volatile boolean keepAsked;

    /** Whether the page's script has had a code accepted, so that the form that follows needs none. */
    volatile boolean codeAccepted;

    /** Whether the last step is taken by script. */
    volatile boolean redirectByScript;

    Flow(AuthorizationRequest request, String browser, Trace trace) {
        this.request = request;
        this.browser = browser;
        this.trace = trace;
    }

    /** Return who typed the right password, or {@code null} while nobody has. */
    @Nullable
    EmulatorUser user() {
        return user;
    }

    void authenticate(EmulatorUser who) {
        user = who;
    }

    /** Continue a session in which these conditions were passed before. */
    void resume(EmulatorUser who, List<Condition> before) {
        authenticate(who);
        passed.addAll(before);
        keepAsked = true;
    }

    /** Leave what a condition asks behind. */
    void pass(Condition condition) {
        passed.add(condition);
    }

    boolean hasPassed(Condition condition) {
        return passed.contains(condition);
    }
}
