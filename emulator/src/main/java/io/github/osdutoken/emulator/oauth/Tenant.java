package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import java.net.URI;
import java.util.List;

/**
 * The directory: its names, its users, its applications.
 *
 * @param authority where the emulator listens
 * @param id the tenant id, a GUID
 * @param domain the verified domain, such as {@code contoso.com}
 * @param users who can sign in
 * @param apps what they can sign in to
 */
public record Tenant(URI authority, String id, String domain, Users users, List<AppRegistration> apps) {

    /** Return the issuer of ID tokens and v2.0 access tokens; always with the tenant's GUID. */
    public String issuer() {
        return authority + "/" + id + "/v2.0";
    }

    /** Return the issuer of v1.0 access tokens; {@code https://sts.windows.net/…/} at the real one. */
    public String issuerV1() {
        return authority + "/" + id + "/";
    }

    /** Check the tenant in a path: the GUID or the domain. */
    public void require(String name) throws EntraException {
        if (!name.equalsIgnoreCase(id) && !name.equalsIgnoreCase(domain)) {
            if (name.equals("common") || name.equals("organizations")) {
                AppRegistration app = apps.get(0);
                throw Aadsts.NOT_MULTI_TENANT.with(app.clientId(), app.displayName());
            }
            throw Aadsts.UNKNOWN_TENANT.with(name);
        }
    }

    /** Return the application, or refuse as Entra ID does. */
    public AppRegistration app(String clientId) throws EntraException {
        for (AppRegistration app : apps) {
            if (app.clientId().equalsIgnoreCase(clientId)) {
                return app;
            }
        }
        throw Aadsts.UNKNOWN_CLIENT.with(clientId, domain);
    }
}
