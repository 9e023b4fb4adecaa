package io.github.osdutoken.browser;

import java.util.Objects;
import java.util.Optional;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something visible on a page. It is gone as soon as the page draws itself anew; then nothing it is asked to do is done. */
public final class Element {

    private static final Logger LOG = LoggerFactory.getLogger(Element.class);

    private final WebElement element;

    Element(WebElement element) {
        this.element = element;
    }

    /**
     * Put text in a field with real key events, in place of what it holds; a field that holds it already is left alone.
     *
     * @param text what to type
     * @return whether the field holds it now; pages throw away what is typed too early
     */
    public boolean type(String text) {
        try {
            String value = value();
            if (text.equals(value)) {
                return true;
            }
            if (!value.isEmpty()) {
                element.clear();
            }
            element.sendKeys(text);
            return holds(text);
        } catch (WebDriverException e) {
            return gone(e);
        }
    }

    /** Tell whether the field is there and holds this text. */
    public boolean holds(String text) {
        try {
            return text.equals(value());
        } catch (WebDriverException e) {
            return gone(e);
        }
    }

    /**
     * Click it.
     *
     * @return {@code false} when it was certainly not clicked: it is gone, or another element lies over it
     */
    public boolean click() {
        try {
            element.click();
            return true;
        } catch (StaleElementReferenceException | ElementNotInteractableException | NoSuchElementException e) {
            return gone(e);
        } catch (WebDriverException e) {
            gone(e);
            return true; // it may have been
        }
    }

    /** Return the text it shows; empty when it is gone. */
    public Optional<String> text() {
        try {
            return Optional.of(element.getText().strip());
        } catch (WebDriverException e) {
            gone(e);
            return Optional.empty();
        }
    }

    private String value() {
        return Objects.requireNonNullElse(element.getDomProperty("value"), "");
    }

    /** The exception's message may quote what was typed, or an address with its query, so it is not kept. */
    private static boolean gone(WebDriverException e) {
        LOG.debug("The page has changed meanwhile: {}", e.getClass().getSimpleName());
        return false;
    }
}
