package io.github.osdutoken.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where symbolic links lead, also when nothing is there yet. */
final class Links {

    /** As many as Linux follows. */
    private static final int MOST = 40;

    private Links() {}

    static Path follow(Path file) throws IOException {
        Path at = file;
        for (int i = 0; i < MOST; i++) {
            if (!Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        throw new FileSystemLoopException(file.toString());
    }
}
