package io.github.osdutoken.browser;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WrapsDriver;
import org.openqa.selenium.interactions.Interactive;
import org.openqa.selenium.interactions.MoveTargetOutOfBoundsException;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something visible on a page. It is gone as soon as the page draws itself anew; then nothing it is asked to do is done. */
public final class Element {

    private static final Logger LOG = LoggerFactory.getLogger(Element.class);

    private static final String IN_REACH = Browser.script("in-reach.js");

    private final WebElement element;
    private final boolean isFilled;

    /**
     * Take what was seen.
     *
     * @param isFilled whether it is a field that holds something
     */
    Element(WebElement element, boolean isFilled) {
        this.element = element;
        this.isFilled = isFilled;
    }

    /**
     * Put text in a field with real key events, in place of what it holds; a field that holds it already is left alone.
     *
     * @param text what to type
     * @return whether it was typed; what is typed too early, pages throw away, so {@link #holds} is to be asked later
     */
    public boolean type(String text) {
        try {
            if (isFilled) {
                if (text.equals(value())) {
                    return true;
                }
                element.clear();
            }
            element.sendKeys(text);
            return true;
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
     * Click it, with a mouse's events. WebDriver's own command for that asks the page a dozen questions first, and takes
     * five times as long.
     *
     * @return {@code false} when it was certainly not clicked: it is gone, or another element lies over it
     */
    public boolean click() {
        WebDriver driver = ((WrapsDriver) element).getWrappedDriver();
        try {
            if (!Boolean.TRUE.equals(((JavascriptExecutor) driver).executeScript(IN_REACH, element))) {
                LOG.debug("Another element lies over the one to be clicked");
                return false;
            }
        } catch (WebDriverException e) {
            return gone(e);
        }
        try {
            PointerInput mouse = new PointerInput(PointerInput.Kind.MOUSE, "mouse");
            // Not by Selenium's Actions, which have the mouse travel for a tenth of a second.
            ((Interactive) driver)
                    .perform(List.of(new Sequence(mouse, 0)
                            .addAction(mouse.createPointerMove(
                                    Duration.ZERO, PointerInput.Origin.fromElement(element), 0, 0))
                            .addAction(mouse.createPointerDown(PointerInput.MouseButton.LEFT.asArg()))
                            .addAction(mouse.createPointerUp(PointerInput.MouseButton.LEFT.asArg()))));
            return true;
        } catch (StaleElementReferenceException | NoSuchElementException | MoveTargetOutOfBoundsException e) {
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
