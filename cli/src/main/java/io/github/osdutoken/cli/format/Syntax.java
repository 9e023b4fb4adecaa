package io.github.osdutoken.cli.format;

import java.util.List;

/** A way to write values down, and to change them in a text that is already there. */
@FunctionalInterface
interface Syntax {

    /**
     * Return the text with these values.
     *
     * @param existing what is there, empty for nothing; a syntax without documents of its own starts anew
     * @param entries the values
     * @return the text, every line ended
     * @throws MalformedDocumentException if what is there cannot be read
     */
    String with(String existing, List<Entry> entries) throws MalformedDocumentException;
}
