package io.github.osdutoken.cli;

import io.github.osdutoken.cli.format.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a format's name. */
final class FormatName implements ITypeConverter<Format> {

    @Override
    public Format convert(String text) {
        return Arrays.stream(Format.values())
                .filter(format -> format.toString().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a format. There are: " + String.join(", ", Format.names())));
    }

    /** All of them, for the help text and for completion. */
    static final class All extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        All() {
            super(Format.names());
        }
    }
}
