package io.github.osdutoken.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.browser.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilmTests {

    private final Film film = new Film();
    private int millis;

    @Test
    void takesAPageInADocumentForOneFrame() {
        see("1", "username");
        see("1", "username");
        see("1", "password");
        see("2", "password");

        assertThat(pages()).containsExactly("username", "password", "password");
    }

    @Test
    void takesAPageThatIsStillBeingDrawnForWhatItBecomes() {
        see("1", null);
        see("1", "username");
        see("1", null);
        see("1", "password");

        assertThat(pages()).containsExactly("username", "password");
        assertThat(film.frames()).extracting(frame -> frame.arrived.toMillis()).containsExactly(1L, 3L);
    }

    @Test
    void takesAPageThatIsDrawnAnewForTheSame() {
        see("1", "password");
        see("1", null);
        see("1", "password");

        assertThat(pages()).containsExactly("password");
    }

    @Test
    void keepsAnUnknownPageThatLedOn() {
        see("1", "username");
        see("2", null);
        see("3", "password");

        assertThat(film.frames()).extracting(Frame::isKnown).containsExactly(true, false, true);
    }

    @Test
    void dropsPicturesAndFramesFromTheMiddle() {
        for (int n = 1; n <= 40; n++) {
            see(String.valueOf(n), "page-" + n);
            film.picture(new byte[] {(byte) n});
        }

        assertThat(pages())
                .hasSize(30)
                .startsWith("page-1", "page-2", "page-3", "page-4")
                .endsWith("page-39", "page-40");
        assertThat(film.dropped()).isEqualTo(10);
        List<String> pictured = film.frames().stream()
                .filter(frame -> frame.picture != null)
                .map(frame -> String.valueOf(frame.page))
                .toList();
        assertThat(pictured)
                .hasSizeLessThanOrEqualTo(12)
                .startsWith("page-1", "page-2")
                .endsWith("page-40");
    }

    private void see(String document, @Nullable String page) {
        Observation seen = new Observation(
                document,
                "https://h/" + document,
                "",
                "",
                "",
                "",
                false,
                "",
                "",
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null);
        film.met(page, seen, seen::address, Duration.ofMillis(++millis));
    }

    private List<String> pages() {
        return film.frames().stream().map(frame -> String.valueOf(frame.page)).toList();
    }
}
