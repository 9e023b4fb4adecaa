package io.github.osdutoken.redirect;

import java.net.URI;
import java.util.Locale;

/** Tells whether an address is the redirect URI, whatever query and fragment it carries. */
record RedirectUri(URI uri) {

    boolean matches(URI other) {
        return other.getHost() != null
                && other.getScheme() != null
                && origin(other).equals(origin(uri))
                && path(other).equals(path(uri));
    }

    /** Return the path; a URI without one comes back from the browser with a slash. */
    String path() {
        return path(uri);
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String path(URI uri) {
        return uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
    }
}
