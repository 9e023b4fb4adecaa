package io.github.osdutoken.cache;

import java.io.IOException;

/** A file is there, and is not what we wrote: torn, tampered with, of another version, or somebody else's. */
final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String found) {
        super(found);
    }
}
