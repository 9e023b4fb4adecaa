package io.github.osdutoken.benchmarks;

import java.util.Locale;
import java.util.Map;

/** Bars, the longest across the picture; a thin line from the least to the most. */
final class Chart {

    private static final int NAMES = 250;
    private static final int BARS = 420;
    private static final int ROW = 30;

    private Chart() {}

    static String svg(String title, Map<String, Figures> seconds) {
        double most = seconds.values().stream().mapToDouble(Figures::most).max().orElse(1);
        int height = 40 + seconds.size() * ROW;
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="760" height="%d" viewBox="0 0 760 %d" role="img" \
                font-family="sans-serif" font-size="13">
                <title>%s</title>
                <rect width="760" height="%d" fill="#fff"/>
                <text x="10" y="22" font-weight="bold">%s</text>
                """.formatted(height, height, title, height, title));
        int row = 0;
        for (Map.Entry<String, Figures> entry : seconds.entrySet()) {
            Figures figures = entry.getValue();
            int top = 36 + row++ * ROW;
            String color = entry.getKey().startsWith("osdu-token") ? "#0f6cbd" : "#9aa0a6";
            svg.append(String.format(
                    Locale.ROOT,
                    """
                    <text x="%d" y="%d" text-anchor="end">%s</text>
                    <rect x="%d" y="%d" width="%.0f" height="18" fill="%s"/>
                    <path d="M%.0f %dH%.0f" stroke="#1b1b1b"/>
                    <text x="%.0f" y="%d">%s s</text>
                    """,
                    NAMES - 8,
                    top + 14,
                    entry.getKey(),
                    NAMES,
                    top,
                    figures.median() / most * BARS,
                    color,
                    NAMES + figures.least() / most * BARS,
                    top + 9,
                    NAMES + figures.most() / most * BARS,
                    NAMES + figures.most() / most * BARS + 8,
                    top + 14,
                    figures.number(2)));
        }
        return svg.append("</svg>\n").toString();
    }
}
