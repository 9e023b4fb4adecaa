package io.github.osdutoken.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How findings are written: a line each for people, an array for programs. */
final class Report {

    private final String row;

    /** Line up with the longest name, which is a setting's or one of ours. */
    Report(List<Finding> settings) {
        int width = Stream.concat(settings.stream().map(Finding::check), Stream.of(RedirectCheck.NAME))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        row = "%-7s  %-" + width + "s  %s";
    }

    String line(Finding finding) {
        String text = finding.mend().isEmpty() ? finding.found() : finding.found() + " " + finding.mend();
        return String.format(row, finding.status(), finding.check(), text);
    }

    static String json(List<Finding> findings) {
        List<Map<String, String>> rows = findings.stream()
                .map(finding -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("check", finding.check());
                    row.put("status", finding.status().toString());
                    row.put("found", finding.found());
                    row.put("mend", finding.mend());
                    return row;
                })
                .toList();
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }
}
