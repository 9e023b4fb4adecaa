package io.github.osdutoken.emulator.osdu;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files there are: where they land first, and where they stay once a record tells of them. */
final class Blobs {

    static final String STAGING = "staging-area";
    static final String PERSISTENT = "persistent-area";

    private final Map<String, Blob> blobs = new ConcurrentHashMap<>();

    void put(String container, String path, Blob blob) {
        blobs.put(key(container, path), blob);
    }

    Optional<Blob> find(String container, String path) {
        return Optional.ofNullable(blobs.get(key(container, path)));
    }

    void remove(String container, String path) {
        blobs.remove(key(container, path));
    }

    /** Return a path as the services write it: no slash at its ends, none twice. */
    static String normal(@Nullable String path) {
        if (path == null || path.isBlank()) {
            throw new AppException(ApiError.badRequest("Relative file path received " + path));
        }
        return path.replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
    }

    private static String key(String container, String path) {
        return container + "/" + normal(path);
    }
}
