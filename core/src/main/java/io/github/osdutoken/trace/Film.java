package io.github.osdutoken.trace;

import io.github.osdutoken.browser.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages that were met, in order. Bounded: of a long sign-in, the beginning and the end are kept. */
final class Film {

    private static final int MOST_FRAMES = 30;
    private static final int MOST_PICTURES = 12;

    /** What is always kept from the beginning. */
    private static final int FIRST = 4;

    private final List<Frame> frames = new ArrayList<>();
    private int dropped;

    /**
     * Take note of what is seen. One page in one document is one frame, however often it is seen.
     *
     * @param page its name, or {@code null} for a page nobody knows, such as one that is still being drawn
     * @return whether it is another page than before
     */
    boolean met(@Nullable String page, Observation seen, Supplier<String> address, Duration now) {
        Frame last = last();
        if (last != null && last.shows(page, seen)) {
            last.seen = seen;
            return false;
        }
        if (last != null && !last.isKnown() && last.document.equals(seen.document())) {
            // It was still being drawn. It may be what was there before, drawn anew.
            frames.remove(last);
            Frame before = last();
            if (before != null && before.shows(page, seen)) {
                before.seen = seen;
                return false;
            }
            frames.add(new Frame(page, seen, last.address, last.arrived));
        } else {
            frames.add(new Frame(page, seen, address.get(), now));
        }
        if (frames.size() > MOST_FRAMES) {
            frames.remove(FIRST);
            dropped++;
        }
        return true;
    }

    void picture(byte[] picture) {
        Frame last = last();
        if (last == null) {
            return;
        }
        last.picture = picture;
        List<Frame> pictured =
                frames.stream().filter(frame -> frame.picture != null).toList();
        if (pictured.size() > MOST_PICTURES) {
            pictured.get(FIRST).picture = null;
        }
    }

    @Nullable
    Frame last() {
        return frames.isEmpty() ? null : frames.get(frames.size() - 1);
    }

    /** Return the pictures by the names of their files. */
    Map<String, byte[]> pictures() {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            if (frame.picture != null) {
                pictures.put(frame.pictureName(i + 1), frame.picture);
            }
        }
        return pictures;
    }

    List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** Return how many frames from the middle are not there any more. */
    int dropped() {
        return dropped;
    }
}
