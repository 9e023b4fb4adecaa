package io.github.osdutoken.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Several measurements of the same thing. */
final class Figures {

    private final double[] values;

    Figures(double... values) {
        this.values = values.clone();
        Arrays.sort(this.values);
    }

    /** Return median and spread: {@code 4.1 (3.9 – 4.6)}. */
    String text(int digits) {
        return number(digits, median()) + " (" + number(digits, values[0]) + " – "
                + number(digits, values[values.length - 1]) + ")";
    }

    /** Return the median. */
    String number(int digits) {
        return number(digits, median());
    }

    double least() {
        return values[0];
    }

    double most() {
        return values[values.length - 1];
    }

    double median() {
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static String number(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
