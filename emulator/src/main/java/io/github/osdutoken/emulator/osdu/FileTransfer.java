package io.github.osdutoken.emulator.osdu;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives places for files to land, keeps what landed, and gives it back. */
final class FileTransfer {

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

    private static final Pattern EXPIRY = Pattern.compile("([0-9]{1,9})([MHD])");
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Blobs blobs;
    private final SignedUrls urls;
    private final Clock clock;

    FileTransfer(Blobs blobs, SignedUrls urls, Clock clock) {
        this.blobs = blobs;
        this.urls = urls;
        this.clock = clock;
    }

    /** Return a new place, and where to upload to. An empty file is there at once, as on Azure. */
    Map<String, Object> place(String origin, @Nullable String expiryTime) {
        Duration lifetime = lifetime(expiryTime);
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString().replace("-", "");
        String path = "osdu-user/" + now.toEpochMilli() + "-" + FOLDER.format(now) + "/" + id;
        blobs.put(Blobs.STAGING, path, Blob.EMPTY);
        String url = urls.sign(origin, Blobs.STAGING + "/" + path, SignedUrls.WRITE, lifetime);
        return Map.of("FileID", id, "Location", Map.of("SignedURL", url, "FileSource", "/" + path));
    }

    /** Keep a file that landed, and return its MD5 checksum. */
    String keep(String source) {
        Blob landed = blobs.find(Blobs.STAGING, source)
                .orElseThrow(() -> new AppException(
                        ErrorEnvelope.badRequest("Invalid source file path to copy from /" + Blobs.normal(source))));
        blobs.put(Blobs.PERSISTENT, source, landed);
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(landed.content().buffer());
            return HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5", e);
        }
    }

    /** Forget where a kept file landed. */
    void settle(String source) {
        blobs.remove(Blobs.STAGING, source);
    }

    void discard(String source) {
        blobs.remove(Blobs.PERSISTENT, source);
    }

    /** Return where to download a kept file from. */
    String download(String origin, @Nullable String source, @Nullable String expiryTime) {
        Duration lifetime = lifetime(expiryTime);
        return urls.sign(origin, Blobs.PERSISTENT + "/" + Blobs.normal(source), SignedUrls.READ, lifetime);
    }

    /** Read how long an address is to be good for: an hour unless said, never more than a week. */
    static Duration lifetime(@Nullable String expiryTime) {
        if (expiryTime == null) {
            return Duration.ofHours(1);
        }
        Matcher matcher = EXPIRY.matcher(expiryTime);
        if (!matcher.matches()) {
            throw new AppException(ErrorEnvelope.badRequest("expiryTime pattern isn't supported. Value should be one of"
                    + " these regex patterns ^[0-9]+M$ , ^[0-9]+H$ , ^[0-9]+D$"));
        }
        long count = Long.parseLong(matcher.group(1));
        Duration asked = switch (matcher.group(2)) {
            case "M" -> Duration.ofMinutes(count);
            case "H" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
