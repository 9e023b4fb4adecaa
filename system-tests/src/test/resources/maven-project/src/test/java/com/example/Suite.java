package com.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every test class here does: read the token once, in a static initializer. */
final class Suite {

    private Suite() {}

    static String token() {
        String token = System.getProperty("PRIVILEGED_USER_TOKEN", System.getenv("PRIVILEGED_USER_TOKEN"));
        System.setProperty("seen.in.reports", "canary-1");
        return token;
    }

    /** Tell who started this: not through a report, which must not hold a token. */
    static void report(Class<?> test, String token) throws IOException {
        Path seen = Files.createDirectories(Path.of("target", "seen"));
        Files.writeString(
                Files.createTempFile(seen, test.getSimpleName() + "-", "-" + ProcessHandle.current().pid()), token);
    }
}
