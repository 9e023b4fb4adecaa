package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scope that was found to be grantable.
 *
 * @param values the scope values asked for
 * @param audience the resource the access token is for: the application itself, or Microsoft Graph when none is named
 */
public record Scope(Set<String> values, String audience) {

    /** Microsoft Graph, for which Entra ID issues a token when a request names no resource. */
    static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    private static final List<String> OPENID_CONNECT = List.of("profile", "openid", "email", "offline_access");

    /**
     * Check a scope parameter: OpenID Connect's own values, and {@code .default} of the application itself.
     *
     * @throws EntraException if a value is not known, or its resource is not the application
     */
    public static Scope parse(String parameter, AppRegistration app, Tenant tenant) throws EntraException {
        Set<String> values = new LinkedHashSet<>(List.of(parameter.strip().split("\\s+", -1)));
        String audience = GRAPH;
        for (String value : values) {
            if (OPENID_CONNECT.contains(value)) {
                continue;
            }
            if (!value.endsWith("/.default")) {
                throw Aadsts.INVALID_SCOPE.with(value);
            }
            String resource = value.substring(0, value.length() - "/.default".length());
            String id = resource.toLowerCase(Locale.ROOT).replaceFirst("^api://", "");
            if (!id.equalsIgnoreCase(app.clientId())) {
                throw Aadsts.RESOURCE_NOT_FOUND.with(resource, tenant.domain());
            }
            audience = app.clientId();
        }
        return new Scope(Set.copyOf(values), audience);
    }

    /**
     * Return the value that counts where an application asks for itself: exactly one resource's {@code .default}. OpenID
     * Connect's own values may be there, as MSAL for Java sends them with every request, and give nothing.
     *
     * @throws EntraException if there is none, or more than one
     */
    static String ofAnApplication(String parameter) throws EntraException {
        List<String> resources = Stream.of(parameter.strip().split("\\s+", -1))
                .filter(value -> !OPENID_CONNECT.contains(value))
                .toList();
        if (resources.size() != 1 || !resources.get(0).endsWith("/.default")) {
            throw Aadsts.SCOPE_NOT_DEFAULT.with(parameter);
        }
        return resources.get(0);
    }

    /** Tell whether a value was asked for. */
    public boolean has(String value) {
        return values.contains(value);
    }

    /** Return what the token response says was granted; like Entra ID's it never lists {@code offline_access}. */
    public String granted() {
        StringBuilder granted = new StringBuilder("User.Read");
        for (String value : OPENID_CONNECT) {
            if (has(value) && !value.equals("offline_access")) {
                granted.append(' ').append(value);
            }
        }
        return granted.toString();
    }
}
