package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Response;
import java.util.List;

/** What a service's {@code /info} says. */
record VersionInfo(
        String groupId,
        String artifactId,
        String version,
        String buildTime,
        String branch,
        String commitId,
        String commitMessage,
        List<String> connectedOuterServices,
        List<FeatureFlag> featureFlagStates) {

    private static final List<FeatureFlag> OFF = List.of(
            new FeatureFlag("collaborations-enabled", false, "appProperty"),
            new FeatureFlag("featureFlag.opa.enabled", false, "appProperty"));

    static Response of(Service service) {
        return Json.response(
                200,
                new VersionInfo(
                        "io.github.osdutoken",
                        service.name() + "-emulator",
                        "0",
                        "1970-01-01T00:00:00Z",
                        "emulator",
                        "none",
                        "not a real OSDU service",
                        List.of(),
                        service.equals(Service.STORAGE) ? OFF : List.of()));
    }

    record FeatureFlag(String name, boolean enabled, String source) {}
}
