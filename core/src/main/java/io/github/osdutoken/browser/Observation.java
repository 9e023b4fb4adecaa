package io.github.osdutoken.browser;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebElement;

/**
 * What a page showed at one moment.
 *
 * @param document identifies the loaded document: another one, another value
 * @param address the document's address, as the page sees it
 * @param pageId Entra ID's name of the page ({@code PageID} or {@code $Config.pgid}), empty when there is none
 * @param errorCode {@code $Config.sErrorCode}: an AADSTS number, also on healthy pages; empty when there is none
 * @param errorText the text of an error page, empty when there is none
 * @param correlationId Entra ID's correlation id, empty when there is none
 * @param usedCode whether the page says that a one-time code was used before
 * @param frame when the browser drew what was seen: another frame, another value
 * @param layout which of the asked-for elements stand where; equal when nothing moved
 * @param elements the visible elements by the selector they were asked for with
 * @param targets where the forms of those elements send what is in them, by selector
 * @param lists the attribute values or texts that were asked for, comma-separated, by selector
 * @param fields the asked-for fields of {@code $Config} that have a value
 * @param serverTime what time it was at the document's server, or {@code null} when it did not say
 */
public record Observation(
        String document,
        String address,
        String pageId,
        String errorCode,
        String errorText,
        String correlationId,
        boolean usedCode,
        String frame,
        String layout,
        Map<String, Element> elements,
        Map<String, String> targets,
        Map<String, String> lists,
        Map<String, String> fields,
        @Nullable ServerTime serverTime) {

    private static final int LONGEST_WORDS = 600;
    private static final int LONGEST_ADDRESS = 4000;

    /** Blanks, control characters, and those that turn the direction of writing. */
    private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+");

    /**
     * Read what the script found that looks at a page.
     *
     * @throws SignInException with {@link Reason#CONFIGURATION} if something it was to look for is not a CSS selector
     */
    static Observation of(Map<?, ?> seen, @Nullable ServerTime serverTime) {
        if (seen.get("notCss") instanceof String selector) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Looking for the elements of the page catalogue",
                    "'" + selector + "' is not a CSS selector.",
                    "Correct it in the file that osdu.pages names.");
        }
        Map<String, Element> elements = new LinkedHashMap<>();
        if (seen.get("elements") instanceof Map<?, ?> found && seen.get("filled") instanceof List<?> filled) {
            found.forEach((selector, element) ->
                    elements.put((String) selector, new Element((WebElement) element, filled.contains(selector))));
        }
        return new Observation(
                text(seen, "document"),
                text(seen, "address"),
                line(text(seen, "pageId"), LONGEST_WORDS),
                line(text(seen, "errorCode"), LONGEST_WORDS),
                line(text(seen, "errorText"), LONGEST_WORDS),
                line(text(seen, "correlationId"), LONGEST_WORDS),
                Boolean.TRUE.equals(seen.get("usedCode")),
                text(seen, "frame"),
                text(seen, "layout"),
                elements,
                texts(seen, "targets", LONGEST_ADDRESS),
                texts(seen, "lists", LONGEST_WORDS),
                texts(seen, "fields", LONGEST_ADDRESS),
                serverTime);
    }

    private static Map<String, String> texts(Map<?, ?> seen, String key, int longest) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (seen.get(key) instanceof Map<?, ?> found) {
            found.forEach((name, value) -> texts.put(String.valueOf(name), line(String.valueOf(value), longest)));
        }
        return texts;
    }

    private static String text(Map<?, ?> seen, String key) {
        return seen.get(key) instanceof String text ? text : "";
    }

    /** Make a page's own words fit for a message: a line that is not long, and moves nothing on a terminal. */
    private static String line(String words, int longest) {
        String line = UNFIT.matcher(words).replaceAll(" ").strip();
        return line.length() <= longest ? line : line.substring(0, longest) + "\u2026";
    }

    /** Tell whether this shows the document that the other one showed. */
    public boolean isDocumentOf(Observation other) {
        return document.equals(other.document);
    }

    /** Tell whether everything is where it was in the other one. */
    public boolean looksLike(Observation other) {
        return isDocumentOf(other) && layout.equals(other.layout);
    }

    /** Tell whether nothing has moved between the other one and this, which is another frame. */
    public boolean isAtRestSince(Observation other) {
        return looksLike(other) && !frame.equals(other.frame);
    }

    /** Tell whether an element is visible. */
    public boolean shows(String selector) {
        return elements.containsKey(selector);
    }

    /** Return a visible element, or {@code null}. */
    public @Nullable Element element(String selector) {
        return elements.get(selector);
    }

    /** Return the address's path; empty for a page without one. */
    public String path() {
        return PageAddress.of(address).path();
    }

    /** Return the host without its port, in lower case; empty for a page without one. */
    public String hostName() {
        return PageAddress.of(address).hostName();
    }

    /** Return the host, with its port when it is not the scheme's own, in lower case; empty for a page without one. */
    public String host() {
        return PageAddress.of(address).host();
    }

    /** Tell whether this is the browser's own page for an address that could not be loaded. */
    public boolean isBrowserError() {
        return address.startsWith("chrome-error:");
    }

    /** Say which page this is; its address may hold a code, so the query stays out. */
    @Override
    public String toString() {
        return "Observation[" + (pageId.isEmpty() ? "no PageID" : pageId) + " on " + host() + "]";
    }
}
