package io.github.osdutoken.cli.emulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Constants as they are written on a command line: {@code mfa-totp} for {@code MFA_TOTP}. */
final class Names {

    private Names() {}

    /**
     * Find a constant by its name.
     *
     * @param what what it is, with its article, for those who mistype it
     */
    static <E extends Enum<E>> E find(Class<E> type, String what, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> of(one).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text.strip() + "' is not " + what + ". There are: " + all(type)));
    }

    static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Names::of).collect(Collectors.joining(", "));
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
