package io.github.osdutoken.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The redirect URI: can this machine listen there while the browser signs in? */
final class RedirectCheck {

    static final String NAME = "redirect port";

    private RedirectCheck() {}

    static Finding of(URI redirectUri) {
        String host = String.valueOf(redirectUri.getHost()).toLowerCase(Locale.ROOT);
        if (!"http".equalsIgnoreCase(redirectUri.getScheme())) {
            return Finding.ok(NAME, redirectUri + ": the answer is read in the browser's own navigation");
        }
        int port = redirectUri.getPort() < 0 ? 80 : redirectUri.getPort();
        try {
            for (InetAddress address : addresses(host)) {
                new ServerSocket(port, 1, address).close();
            }
            return Finding.ok(NAME, redirectUri + ": port " + port + " is free");
        } catch (IOException e) {
            return Finding.warning(
                    NAME,
                    redirectUri + ": port " + port + " cannot be had (" + e.getMessage() + ").",
                    "Nothing, unless you sign in as yourself with osdu-token serve, which needs it: a test user's sign-in"
                            + " keeps the browser from that port, and reads the answer in its navigation.");
        }
    }

    /** A browser tries both addresses of localhost. */
    private static List<InetAddress> addresses(String host) throws IOException {
        List<InetAddress> addresses = new ArrayList<>();
        InetAddress six = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        if (!host.equals("[::1]")) {
            addresses.add(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        }
        if (!host.equals("127.0.0.1") && NetworkInterface.getByInetAddress(six) != null) {
            addresses.add(six);
        }
        return addresses;
    }
}
