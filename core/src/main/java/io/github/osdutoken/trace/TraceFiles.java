package io.github.osdutoken.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Writes a report: {@code index.html}, {@code trace.json} and the pictures. All text goes through the scrubber here. */
final class TraceFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = "index.html";

    private final Scrubber scrubber;

    TraceFiles(Scrubber scrubber) {
        this.scrubber = scrubber;
    }

    /** Save the report in a folder of its own, and return its page. */
    Path save(Report report, Map<String, byte[]> pictures, Profile profile, ZonedDateTime start) throws IOException {
        JsonNode scrubbed = scrubber.scrub(JSON.valueToTree(report));
        Map<String, byte[]> files = new LinkedHashMap<>(pictures);
        files.put("trace.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(scrubbed));
        files.put(PAGE, TracePage.draw(scrubbed).getBytes(StandardCharsets.UTF_8));
        TraceFolder folder = TraceFolder.create(
                profile.signIn().traceDir(),
                start,
                Objects.requireNonNullElse(profile.user().username(), ""));
        folder.write(files);
        return folder.file(PAGE);
    }
}
