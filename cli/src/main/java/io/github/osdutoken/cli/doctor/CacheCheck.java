package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.cache.CacheFolder;
import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder in which tokens outlive a process. A sign-in works without it, again and again. */
final class CacheCheck {

    static final String NAME = "cache";

    private static final String MEND =
            "Give yourself, and nobody else, access to it, or name another folder with osdu.cache-dir. Until then every"
                    + " process signs in for itself.";

    private CacheCheck() {}

    static Finding of(SettingsCheck settings, ProfileLoader loader) {
        String mode = settings.value(Setting.CACHE).orElse("file");
        if (!mode.equalsIgnoreCase("file")) {
            return Finding.ok(NAME, "osdu.cache is " + mode + ": every process signs in for itself");
        }
        Path path;
        if (settings.profile() != null) {
            path = settings.profile().cacheDir();
        } else {
            try {
                path = loader.cacheFolder().orElse(null);
            } catch (ConfigurationException e) {
                return Finding.failure(NAME, e);
            }
        }
        return path == null
                ? Finding.warning(NAME, "This user has no home folder.", "Set osdu.cache-dir (OSDU_CACHE_DIR).")
                : folder(CacheFolder.of(path));
    }

    private static Finding folder(CacheFolder folder) {
        Optional<String> problem = folder.problem();
        if (problem.isPresent()) {
            return Finding.warning(NAME, folder.path() + " cannot be used: " + problem.get(), MEND);
        }
        try {
            int entries = folder.entries().size();
            return Finding.ok(
                    NAME,
                    folder.path() + " can be written to" + permissions(folder.path()) + "; " + entries
                            + (entries == 1 ? " entry" : " entries"));
        } catch (UncheckedIOException e) {
            return Finding.warning(NAME, folder.path() + " cannot be read: " + e.getMessage() + ".", MEND);
        }
    }

    private static String permissions(Path folder) {
        try {
            return ", its tokens "
                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tokens")));
        } catch (IOException | UnsupportedOperationException e) {
            return ""; // Windows has no such modes
        }
    }
}
