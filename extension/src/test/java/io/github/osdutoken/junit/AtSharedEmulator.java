package io.github.osdutoken.junit;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.Secret;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Test cases run against the emulator that all of this JVM shares: each of its users signs in once for all tests. */
final class AtSharedEmulator {

    static final String EDITOR = "editor@contoso.com";
    static final String VIEWER = "viewer@contoso.com";
    static final String STRANGER = "no-access@contoso.com";

    private AtSharedEmulator() {}

    static EngineExecutionResults run(Class<?>... testCases) {
        return runWith(Map.of(), testCases);
    }

    static EngineExecutionResults runWith(Map<String, String> more, Class<?>... testCases) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("osdu.emulator", "true", "osdu.cache", "memory"));
        parameters.putAll(more);
        return Tenant.run(parameters, testCases);
    }

    /** Return the user name that a JWT holds. */
    static String user(Secret token) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(token.value()).getJWTClaimsSet();
            String name = claims.getStringClaim("preferred_username");
            return name != null ? name : claims.getStringClaim("upn");
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a JWT", e);
        }
    }
}
