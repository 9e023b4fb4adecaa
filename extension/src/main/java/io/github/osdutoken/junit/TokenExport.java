package io.github.osdutoken.junit;

import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sets the system properties that {@code osdu.export} names to access tokens, so that suites which read {@code
 * PRIVILEGED_USER_TOKEN} and the like run unchanged, whichever engine runs them: Jupiter, Vintage (JUnit 4), Cucumber.
 *
 * <p>The JUnit Platform finds it as a service; there is no need to name it. Without {@code osdu.export} it does nothing.
 *
 * @since 0.1
 */
public final class TokenExport implements LauncherSessionListener {

    private final SessionExports exports = new SessionExports();

    /** Make the listener; the JUnit Platform does, for each session. */
    public TokenExport() {}

    /** Wait for the session's first request: it brings the configuration parameters, which a session does not have. */
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Launcher launcher = session.getLauncher();
        launcher.registerLauncherDiscoveryListeners(exports);
        launcher.registerTestExecutionListeners(exports);
    }

    /** Take the tokens out of the system properties. */
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        exports.end();
    }
}
