package io.github.osdutoken.redirect;

import java.net.URI;
import java.util.Locale;

/** Tells whether an address is the redirect URI. */
record RedirectUri(URI uri) {

    /** Tell whether this is the place; of an address without query and fragment. */
    boolean matches(String address) {
        URI other;
        try {
            other = URI.create(address);
        } catch (IllegalArgumentException e) {
            return false; // data:, about: and other things a browser shows
        }
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
