package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes addresses of blobs that let in whoever has them, for a while, and knows them again. */
final class SignedUrls {

    static final String BASE = "/blob/";
    static final String READ = "r";
    static final String WRITE = "cw";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    SignedUrls(Clock clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Make an address; its parameters are named as those of a shared access signature of Azure. */
    String sign(String origin, String path, String permissions, Duration lifetime) {
        String expiry =
                clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS).toString();
        return origin + BASE + escaped(path) + "?sp=" + permissions + "&se=" + encoded(expiry) + "&sig="
                + encoded(signature(path, permissions, expiry));
    }

    /** Tell whether a request has a signature that is still good for a path. */
    boolean admits(Request request, String path) {
        Map<String, String> query = request.query();
        String expiry = query.getOrDefault("se", "");
        byte[] given = query.getOrDefault("sig", "").getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(path, permissions(request), expiry).getBytes(StandardCharsets.UTF_8);
        try {
            return MessageDigest.isEqual(given, right) && clock.instant().isBefore(Instant.parse(expiry));
        } catch (DateTimeException e) {
            return false;
        }
    }

    String permissions(Request request) {
        return request.query().getOrDefault("sp", "");
    }

    private String signature(String path, String permissions, String expiry) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(
                            mac.doFinal((permissions + "\n" + expiry + "\n" + path).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    private static String escaped(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No path: " + path, e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
