package io.github.osdutoken.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The settings that are URLs, each with its own rules. */
final class Uris {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING_SLASHES = Pattern.compile("/+\\z");

    private Uris() {}

    /** OpenID Connect Discovery, section 2: no query, no fragment. A trailing slash is part of the name. */
    static URI issuer(String text) throws MalformedValueException {
        URI uri = confidential(text);
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new MalformedValueException("Give the issuer without a query and without a fragment.");
        }
        return uri;
    }

    /** The host that issuers of many tenants share; {@code AZURE_AUTHORITY_HOST} comes with and without a scheme. */
    static URI authority(String text) throws MalformedValueException {
        return base(
                text,
                "Give the sign-in host alone, such as https://login.microsoftonline.us; the tenant goes into"
                        + " osdu.tenant-id, and an issuer of another kind into osdu.issuer.");
    }

    /** RFC 6750, section 5.3, asks for TLS wherever an access token is sent. */
    static URI server(String text) throws MalformedValueException {
        return base(
                text,
                "Give the base of the instance alone, such as https://contoso.energy.azure.com, without a" + " path.");
    }

    /** RFC 6749, section 3.1.2: absolute, no fragment. It is compared as text, so it stays as it was given. */
    static URI redirect(String text) throws MalformedValueException {
        URI uri = confidential(text);
        if (uri.getRawFragment() != null) {
            throw new MalformedValueException("Give the redirect URI exactly as it is registered, without a fragment.");
        }
        return uri;
    }

    static URI grid(String text) throws MalformedValueException {
        return web(
                text,
                "Give the URL without user name and password, which is shown in logs and reports: they go into"
                        + " osdu.grid-username and osdu.grid-password.");
    }

    private static URI base(String text, String advice) throws MalformedValueException {
        URI uri = confidential(withScheme(TRAILING_SLASHES.matcher(text).replaceAll("")));
        if (!uri.getRawPath().isEmpty() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new MalformedValueException(advice);
        }
        return uri;
    }

    private static String withScheme(String text) {
        return text.contains("://") ? text : "https://" + text;
    }

    private static URI confidential(String text) throws MalformedValueException {
        URI uri = web(text);
        if (uri.getScheme().equalsIgnoreCase("http")
                && !LOOPBACK.matcher(uri.getHost()).matches()) {
            throw new MalformedValueException(
                    "Use https; http is accepted on loopback only (localhost, 127.0.0.0/8, [::1]).");
        }
        return uri;
    }

    private static URI web(String text) throws MalformedValueException {
        return web(text, "Give the URL without user name and password; it is shown in logs and reports.");
    }

    private static URI web(String text, String noUserInfo) throws MalformedValueException {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new MalformedValueException("Give a URL, such as https://example.com.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new MalformedValueException("Give a URL that begins with https:// or, where accepted, http://.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new MalformedValueException(noUserInfo);
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
            throw new MalformedValueException("Give a URL with a host name, and a port from 1 to 65535 if any.");
        }
        return uri;
    }
}
