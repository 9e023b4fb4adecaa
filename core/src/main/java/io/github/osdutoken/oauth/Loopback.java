package io.github.osdutoken.oauth;

import java.net.URI;
import java.util.regex.Pattern;

/** Where secrets may travel: over TLS, or without it on this machine only. */
final class Loopback {

    private static final Pattern HOST = Pattern.compile(
            "localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(::|0:0:0:0:0:0:0:)1]", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    static boolean allows(URI uri) {
        return uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme())
                        || ("http".equalsIgnoreCase(uri.getScheme())
                                && HOST.matcher(uri.getHost()).matches()));
    }
}
