package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.SignInOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is done to the elements of hand-made pages, and what the page says it noticed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(60)
class ElementTests {

    /** Says what the page noticed; with a question mark, what a script pretended. */
    private static final String LOG = """
            <p id=log></p><script>
            for (const what of ['mousedown', 'click', 'keydown', 'input'])
                document.addEventListener(what, e => {
                    log.textContent += what + (e.isTrusted ? '' : '?') + '@' + e.target.id + ' ';
                }, true);
            </script><p id=end>.</p>""";

    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start(SignInOptions.DEFAULTS, null, (address, body) -> {});
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void clicksAsAPersonDoes() {
        assertThat(shown("<button id=b>Next</button>").click()).isTrue();

        assertThat(noticed()).isEqualTo("mousedown@b click@b");
    }

    @Test
    void clicksWhatIsInsideTheElement() {
        assertThat(shown("<button id=b><span id=s>Next</span></button>").click())
                .isTrue();

        assertThat(noticed()).isEqualTo("mousedown@s click@s");
    }

    @Test
    void bringsIntoViewWhatIsToBeClicked() {
        String below = "<style>html { scroll-behavior: smooth }</style><div style='height: 5000px'></div>";
        String inABox = "<div style='height: 50px; overflow: auto'><div style='height: 900px'></div>%s</div>";

        assertThat(shown(below + inABox.formatted("<button id=b>Next</button>")).click())
                .isTrue();

        assertThat(noticed()).isEqualTo("mousedown@b click@b");
    }

    @Test
    void doesNotClickWhatAnotherElementLiesOver() {
        Element covered = shown("<button id=b>Next</button><div id=over style='position: fixed; inset: 0'></div>");

        assertThat(covered.click()).isFalse();

        assertThat(noticed()).isEmpty();
    }

    @Test
    void doesNotClickWhatHasGone() {
        Element gone = shown("<button id=b>Next</button><script>setTimeout(() => b.remove(), 100)</script>");
        while (seen().shows("#b")) {
            Thread.onSpinWait();
        }

        assertThat(gone.click()).isFalse();
    }

    @Test
    void typesKeyByKey() {
        Element field = shown("<input id=b>");

        assertThat(field.type("äB")).isTrue();

        assertThat(field.holds("äB")).isTrue();
        assertThat(noticed()).contains("keydown@b input@b keydown@b");
    }

    @Test
    void typesInPlaceOfWhatAFieldHolds() {
        Element field = shown("<input id=b value='of another user'>");

        assertThat(field.type("ada")).isTrue();

        assertThat(field.holds("ada")).isTrue();
    }

    @Test
    void leavesAFieldAloneThatHoldsTheTextAlready() {
        Element field = shown("<input id=b value=ada>");

        assertThat(field.type("ada")).isTrue();

        assertThat(field.holds("ada")).isTrue();
        assertThat(noticed()).isEmpty();
    }

    private Element shown(String html) {
        String before = seen().document();
        String page = "<!DOCTYPE html><meta charset=utf-8>" + html + LOG;
        browser.open(URI.create(
                "data:text/html;base64," + Base64.getEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8))));
        Observation seen = seen();
        while (seen.document().equals(before) || !seen.shows("#end")) {
            seen = seen();
        }
        return Objects.requireNonNull(seen.element("#b"), html);
    }

    private Observation seen() {
        Observation seen = null;
        while (seen == null) {
            seen = browser.observe(new Looking(List.of("#b", "#end"), Map.of("#log", ""), List.of()));
        }
        return seen;
    }

    private String noticed() {
        return seen().lists().getOrDefault("#log", "");
    }
}
