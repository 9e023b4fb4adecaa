package io.github.osdutoken.oauth;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a configured issuer with the one that metadata names: exactly, but for two habits of Entra ID. */
record IssuerName(String value) {

    private static final Pattern GUID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final Pattern DOMAIN_NAME =
            Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]+", Pattern.CASE_INSENSITIVE);
    private static final Set<String> MULTI_TENANT = Set.of("common", "organizations");

    private static final Pattern ENTRA = Pattern.compile("https?://[^/]+/(" + GUID + "|\\{tenantid})/v2\\.0");
    private static final Pattern VERSION_ONE =
            Pattern.compile("https://sts\\.(windows\\.net|chinacloudapi\\.cn)/.*", Pattern.CASE_INSENSITIVE);

    boolean accepts(String found) {
        return found.equals(value) || differsInTenantOnly(found);
    }

    private boolean differsInTenantOnly(String found) {
        String[] ours = value.split("/", -1);
        String[] theirs = found.split("/", -1);
        if (ours.length != theirs.length) {
            return false;
        }
        int differences = 0;
        // Scheme, nothing and authority come first; they have to be equal.
        for (int i = 0; i < ours.length; i++) {
            if (!ours[i].equals(theirs[i])) {
                differences += i >= 3 && isSameTenant(ours[i], theirs[i]) ? 1 : 2;
            }
        }
        return differences == 1;
    }

    private static boolean isSameTenant(String ours, String theirs) {
        if (MULTI_TENANT.contains(ours)) {
            return theirs.equals(AuthorizationServer.TENANT_TEMPLATE);
        }
        // A GUID is the same in any letter case; Entra ID answers in lower case.
        return isTenantId(theirs) && (isTenantId(ours) ? ours.equalsIgnoreCase(theirs) : isDomainName(ours));
    }

    private static boolean isDomainName(String text) {
        return DOMAIN_NAME.matcher(text).matches();
    }

    /** Tell whether this is a tenant of Entra ID, whose issuers look alike in every cloud. */
    boolean isEntra() {
        return ENTRA.matcher(value).matches();
    }

    /** Tell whether an issuer is that of Entra ID's version 1.0. */
    static boolean isVersionOne(String issuer) {
        return VERSION_ONE.matcher(issuer).matches();
    }

    /** Tell whether a name is this one, the template standing for any tenant's id. */
    boolean covers(String name) {
        String[] parts = value.split(Pattern.quote(AuthorizationServer.TENANT_TEMPLATE), 2);
        return name.equals(value)
                || (parts.length == 2
                        && name.length() > value.length()
                        && name.startsWith(parts[0])
                        && name.endsWith(parts[1])
                        && isTenantId(name.substring(parts[0].length(), name.length() - parts[1].length())));
    }

    static boolean isTenantId(String text) {
        return GUID.matcher(text).matches();
    }

    /** Return the tenant's id, when the issuer's path holds one. */
    Optional<String> tenantId() {
        Matcher matcher = GUID.matcher(value);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
