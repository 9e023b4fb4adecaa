package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.browser.PageAddress;
import java.util.HashSet;
import java.util.Set;

/** The hosts on which something may be typed: the issuer's own, and those the user named. A host goes with its port. */
final class TrustedHosts {

    /** Entra ID's sign-in hosts of each cloud: whoever trusts one as issuer is led to the others by it. */
    private static final Set<Set<String>> CLOUDS = Set.of(
            Set.of("login.microsoftonline.com", "login.microsoft.com", "login.windows.net"),
            Set.of("login.microsoftonline.us"),
            Set.of("login.partner.microsoftonline.cn", "login.chinacloudapi.cn"));

    private final Set<String> hosts;

    private TrustedHosts(Set<String> hosts) {
        this.hosts = hosts;
    }

    static TrustedHosts of(Profile profile) {
        Set<String> hosts = new HashSet<>(profile.signIn().trustedHosts());
        String issuer = PageAddress.of(profile.issuer().toString()).host();
        hosts.add(issuer);
        CLOUDS.stream().filter(cloud -> cloud.contains(issuer)).forEach(hosts::addAll);
        return new TrustedHosts(Set.copyOf(hosts));
    }

    /** Tell whether something may be typed there; {@code http} is trusted on loopback only. */
    boolean contains(String address) {
        PageAddress where = PageAddress.of(address);
        return hosts.contains(where.host())
                && (where.scheme().equals("https") || (where.scheme().equals("http") && isLoopback(where.hostName())));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }
}
