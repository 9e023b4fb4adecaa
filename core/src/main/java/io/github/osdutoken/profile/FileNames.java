package io.github.osdutoken.profile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The settings that name files and folders.
 *
 * @param workingDirectory what relative names start from
 */
record FileNames(Path workingDirectory) {

    Path file(String text) throws MalformedValueException {
        Path path = path(text);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new MalformedValueException("Name a file that exists and can be read; " + path + " does not.");
        }
        return path;
    }

    Path directory(String text) throws MalformedValueException {
        Path path = path(text);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new MalformedValueException("Name a folder; " + path + " is a file.");
        }
        return path;
    }

    private Path path(String text) throws MalformedValueException {
        try {
            return workingDirectory.resolve(text);
        } catch (InvalidPathException e) {
            throw new MalformedValueException("Give a path.");
        }
    }
}
