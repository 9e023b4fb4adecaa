package io.github.osdutoken.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.cache.CacheEntry;
import io.github.osdutoken.cache.CacheFolder;
import io.github.osdutoken.profile.ProfileLoader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code osdu-token cache}: what is stored for other processes and later runs, and its removal. */
@Command(
        name = "cache",
        description = "Lists or removes the tokens that are stored, encrypted, in osdu.cache-dir.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The folder is that of the unnamed profile: osdu.cache-dir, or the user's cache folder.",
            "",
            "Examples:",
            "  osdu-token cache list",
            "  osdu-token cache clear      all users' tokens and remembered refusals"
        })
final class CacheCommand implements Runnable {

    /** How a list is written. */
    enum ListFormat {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Longer than a sign-in takes, unless somebody set osdu.timeout high. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "list",
            description = {
                "Prints a line for each user, application and scope: issuer, client id, when it was stored, size.",
                "Whose tokens they are is encrypted, too."
            },
            mixinStandardHelpOptions = true)
    void list(
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "TEXT",
                            description = "One of ${COMPLETION-CANDIDATES}. Default: text.")
                    ListFormat format) {
        CacheFolder folder = folder();
        List<CacheEntry> entries = readable(folder, folder::entries);
        PrintWriter out = spec.commandLine().getOut();
        if (format == ListFormat.JSON) {
            out.println(json(entries));
        } else if (entries.isEmpty()) {
            out.println("Nothing is stored in " + folder.path() + ".");
        } else {
            entries.forEach(entry -> out.println(entry.issuer() + "  " + entry.clientId() + "  " + storedAt(entry)
                    + "  " + entry.bytes() + " bytes"));
        }
    }

    @Command(
            name = "clear",
            description = {
                "Removes all tokens, remembered refusals and unreadable files. Waits for sign-ins that run.",
                "The tokens stay valid at the issuer; only there they can be revoked."
            },
            mixinStandardHelpOptions = true)
    void clear() {
        CacheFolder folder = folder();
        int removed = readable(folder, () -> folder.clear(PATIENCE));
        spec.commandLine()
                .getOut()
                .println(
                        removed == 0
                                ? "Nothing was stored in " + folder.path() + "."
                                : "Removed " + removed + (removed == 1 ? " file from " : " files from ") + folder.path()
                                        + ".");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: cache list or cache clear");
    }

    private static CacheFolder folder() {
        return CacheFolder.of(ProfileLoader.standard()
                .cacheFolder()
                .orElseThrow(() -> SignInException.of(
                        Reason.CONFIGURATION,
                        "Looking for the cache folder",
                        "this user has no home folder.",
                        "Set osdu.cache-dir (OSDU_CACHE_DIR).")));
    }

    private static <T> T readable(CacheFolder folder, Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Reading the cache folder " + folder.path(),
                    String.valueOf(e.getMessage()) + ".",
                    "Give yourself, and nobody else, access to it, or name another with osdu.cache-dir.",
                    e);
        }
    }

    private static String storedAt(CacheEntry entry) {
        return entry.storedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String json(List<CacheEntry> entries) {
        List<Map<String, Object>> rows = entries.stream()
                .map(entry -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("issuer", entry.issuer().toString());
                    row.put("client_id", entry.clientId());
                    row.put("stored_at", storedAt(entry));
                    row.put("bytes", entry.bytes());
                    return row;
                })
                .toList();
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }
}
