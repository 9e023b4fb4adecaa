package io.github.osdutoken.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A file that holds one secret and nothing else. */
final class SecretFile {

    // The largest is a refresh token with a few kilobytes; more is the wrong file, and may be endless.
    private static final int MAX_BYTES = 64 * 1024;

    // Editors and echo end a file with a newline, Windows tools begin it with a byte order mark.
    private static final Pattern NOT_PART_OF_IT = Pattern.compile("\\A\\uFEFF|\\r?\\n\\z");

    private SecretFile() {}

    /**
     * Read the secret.
     *
     * @param path the file
     * @return the text without one trailing newline
     * @throws MalformedValueException if there is no secret in it; the message is a clause such as "does not exist"
     */
    static String read(Path path) throws MalformedValueException {
        if (Files.isDirectory(path)) {
            throw new MalformedValueException("is a directory");
        }
        try {
            byte[] bytes = NamedFile.read(path, MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new MalformedValueException("is larger than 64 KiB, which no secret is");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String secret = NOT_PART_OF_IT.matcher(text).replaceAll("");
            if (secret.isBlank()) {
                throw new MalformedValueException("is empty");
            }
            return secret;
        } catch (NoSuchFileException e) {
            throw new MalformedValueException("does not exist");
        } catch (AccessDeniedException e) {
            throw new MalformedValueException("cannot be read: access is denied");
        } catch (CharacterCodingException e) {
            throw new MalformedValueException("is not UTF-8 text");
        } catch (IOException e) {
            throw new MalformedValueException("cannot be read: " + e.getMessage());
        }
    }
}
