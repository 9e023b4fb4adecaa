package io.github.osdutoken.junit;

import io.github.osdutoken.profile.ProfileLoader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * What one session exports. The properties are there before an engine looks at the first test class; users are signed in
 * when the tests are about to run, or earlier when a property is read earlier. So a session that only lists tests, as
 * Surefire's own scan does, costs nothing.
 */
final class SessionExports implements LauncherDiscoveryListener, TestExecutionListener {

    /** Whether it was this session that began; there may be one inside another. */
    private boolean first;

    private Collection<ExportedUser> users = List.of();

    /**
     * Export what is to be exported. JUnit lets what is thrown here end the run, unlike what is thrown by a listener to
     * the execution; so a malformed list fails every runner, and a token that cannot be had fails whoever reads it.
     */
    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        export(request.getConfigurationParameters()::get);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        // Some runners discover in one session and execute in another.
        export(testPlan.getConfigurationParameters()::get);
        if (!testPlan.getConfigurationParameters()
                .getBoolean(LauncherConstants.DRY_RUN_PROPERTY_NAME)
                .orElse(false)) {
            ExportedUser.signIn(users);
        }
    }

    private void export(Function<String, Optional<String>> parameters) {
        ProfileLoader settings = ProfileLoader.standard().withConfigurationParameters(parameters);
        Map<String, String> exports = settings.exports();
        if (exports.isEmpty()) {
            return;
        }
        TokenProperties properties = properties();
        Map<String, ExportedUser> byProfile = new LinkedHashMap<>();
        exports.forEach((variable, profile) -> {
            ExportedUser user = byProfile.computeIfAbsent(profile, name -> new ExportedUser(settings, name));
            properties.hide(variable, () -> user.token(variable));
        });
        users = byProfile.values();
    }

    private TokenProperties properties() {
        if (System.getProperties() instanceof TokenProperties present) {
            return present;
        }
        TokenProperties properties = TokenProperties.of(System.getProperties());
        System.setProperties(properties);
        first = true;
        return properties;
    }

    void end() {
        if (first && System.getProperties() instanceof TokenProperties properties) {
            System.setProperties(properties.withoutTokens());
        }
    }
}
