package io.github.osdutoken.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/** Deque's axe-core: what of WCAG and good practice a machine can check. */
final class Axe {

    private static final String SCRIPT = script();

    private Axe() {}

    /** Check the page as it is now, by every rule axe-core has. */
    static void assertNoViolations(JavascriptExecutor browser, String state) {
        assertNoViolations(browser, state, "{}");
    }

    /** Check what another colour scheme can change. */
    static void assertContrast(JavascriptExecutor browser, String state) {
        assertNoViolations(browser, state, "{runOnly: ['color-contrast']}");
    }

    private static void assertNoViolations(JavascriptExecutor browser, String state, String options) {
        // The driver runs scripts past the page's content security policy.
        browser.executeScript(SCRIPT);
        Object found = browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, OPTIONS).then(result => done(result.violations.flatMap(rule =>
                    rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary))),
                    failure => done(['axe failed: ' + failure]));
                """.replace("OPTIONS", options));
        assertThat(found).as(state).isEqualTo(List.of());
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
