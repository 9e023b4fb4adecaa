package io.github.osdutoken.browser;

import java.util.Objects;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** Something visible on a page. It is gone as soon as the page draws itself anew. */
public final class Element {

    private final WebElement element;

    Element(WebElement element) {
        this.element = element;
    }

    /**
     * Put text in a field with real key events, in place of what it holds; a field that holds it already is left alone.
     *
     * @param text what to type
     * @throws PageChangedException if the field is gone
     */
    public void type(String text) {
        onPage(() -> {
            if (!text.equals(value())) {
                element.clear();
                element.sendKeys(text);
            }
        });
    }

    /**
     * Tell whether the field holds this text: pages throw away what is typed too early.
     *
     * @throws PageChangedException if the field is gone
     */
    public boolean holds(String text) {
        boolean[] answer = new boolean[1];
        onPage(() -> answer[0] = text.equals(value()));
        return answer[0];
    }

    /**
     * Click it.
     *
     * @throws PageChangedException if it is gone, or another element lies over it
     */
    public void click() {
        onPage(element::click);
    }

    /**
     * Return the text it shows.
     *
     * @throws PageChangedException if it is gone
     */
    public String text() {
        String[] answer = new String[1];
        onPage(() -> answer[0] = element.getText().strip());
        return answer[0];
    }

    private String value() {
        return Objects.requireNonNullElse(element.getDomProperty("value"), "");
    }

    private static void onPage(Runnable action) {
        try {
            action.run();
        } catch (StaleElementReferenceException e) {
            throw new PageChangedException("The element is gone");
        } catch (WebDriverException e) {
            // Its message may quote what was typed or the address with its query, so neither is kept.
            throw new PageChangedException(
                    "The browser refused: " + e.getClass().getSimpleName());
        }
    }
}
