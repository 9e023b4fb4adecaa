package io.github.osdutoken.aadsts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of Entra ID's error numbers, read once from the resource {@code aadsts.json}.
 *
 * @since 0.1
 */
public final class AadstsCodes {

    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{5,9})(?!\\d)");
    private static final SortedMap<Integer, AadstsCode> TABLE = read();

    private AadstsCodes() {}

    private record Row(List<Integer> numbers, Reason reason, String cause, String mend, boolean informational) {}

    /**
     * Find a number in the table.
     *
     * @param number the digits after {@code AADSTS}
     * @return the code, or empty when the table does not have it
     */
    public static Optional<AadstsCode> find(int number) {
        return Optional.ofNullable(TABLE.get(number));
    }

    /**
     * Find the first {@code AADSTS} number in a text.
     *
     * @param text an {@code error_description}, or the text of an error page
     * @return the code; one that is not in the table has {@link AadstsCode#known()} {@code false}. Empty when the text has
     *     no number
     */
    public static Optional<AadstsCode> in(String text) {
        Matcher matcher = AADSTS.matcher(text);
        return matcher.find() ? Optional.of(of(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    /**
     * Return a number's code, whether or not the table has it.
     *
     * @param number the digits after {@code AADSTS}
     * @return the code; one that is not in the table has {@link AadstsCode#known()} {@code false}
     */
    public static AadstsCode of(int number) {
        return find(number).orElseGet(() -> AadstsCode.unknown(number));
    }

    /**
     * Return the whole table.
     *
     * @return every code, by ascending number
     */
    public static Collection<AadstsCode> all() {
        return TABLE.values();
    }

    private static SortedMap<Integer, AadstsCode> read() {
        SortedMap<Integer, AadstsCode> table = new TreeMap<>();
        try (InputStream json = Objects.requireNonNull(AadstsCodes.class.getResourceAsStream("aadsts.json"))) {
            for (Row row : new ObjectMapper().readValue(json, Row[].class)) {
                for (int number : row.numbers()) {
                    AadstsCode code =
                            new AadstsCode(number, row.reason(), row.cause(), row.mend(), row.informational(), true);
                    if (table.put(number, code) != null) {
                        throw new IllegalStateException("aadsts.json has " + number + " twice");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableSortedMap(table);
    }
}
