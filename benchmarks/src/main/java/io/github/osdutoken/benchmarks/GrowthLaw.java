package io.github.osdutoken.benchmarks;

import java.util.Locale;

/** What is the least squares' line through measured points: so much to begin with, so much for each one more. */
final class GrowthLaw {

    private final double[] counts;
    private final double[] values;
    private final double beginning;
    private final double each;

    GrowthLaw(double[] counts, double[] values) {
        this.counts = counts.clone();
        this.values = values.clone();
        double meanCount = mean(counts);
        double meanValue = mean(values);
        double together = 0;
        double square = 0;
        for (int point = 0; point < counts.length; point++) {
            together += (counts[point] - meanCount) * (values[point] - meanValue);
            square += (counts[point] - meanCount) * (counts[point] - meanCount);
        }
        each = together / square;
        beginning = meanValue - each * meanCount;
    }

    double at(double count) {
        return beginning + each * count;
    }

    /** Return the line, and how far the points are from it: {@code 2.10 s + 1.04 s × users; the farthest point is 4 % off}. */
    String text(int digits, String unit, String counted) {
        double farthest = 0;
        for (int point = 0; point < counts.length; point++) {
            farthest = Math.max(farthest, Math.abs(values[point] / at(counts[point]) - 1));
        }
        return String.format(
                Locale.ROOT,
                "%." + digits + "f %s + %." + digits + "f %s × %s; the farthest point is %.0f %% off",
                beginning,
                unit,
                each,
                unit,
                counted,
                farthest * 100);
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
