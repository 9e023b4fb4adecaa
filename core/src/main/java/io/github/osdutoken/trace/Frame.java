package io.github.osdutoken.trace;

import io.github.osdutoken.browser.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One page that was met: what it is, when it came, what was done on it, and its picture. */
final class Frame {

    private static final byte JPEG = (byte) 0xff; // what such files begin with

    final String document;
    final Duration arrived;
    final List<Report.Step> done = new ArrayList<>();

    @Nullable
    String page;

    Observation seen;
    String address;
    byte @Nullable [] picture;

    Frame(@Nullable String page, Observation seen, String address, Duration arrived) {
        this.page = page;
        this.seen = seen;
        this.document = seen.document();
        this.address = address;
        this.arrived = arrived;
    }

    boolean isKnown() {
        return page != null;
    }

    /** Return the name of the picture's file. */
    String pictureName(int number) {
        String name = page == null ? "unknown" : page.replaceAll("[^A-Za-z0-9._-]+", "_");
        boolean jpeg = picture != null && picture[0] == JPEG;
        return String.format(Locale.ROOT, "%02d-%s.%s", number, name, jpeg ? "jpg" : "png");
    }

    boolean shows(@Nullable String other, Observation now) {
        return document.equals(now.document()) && (page == null ? other == null : page.equals(other));
    }
}
