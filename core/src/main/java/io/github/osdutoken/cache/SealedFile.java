package io.github.osdutoken.cache;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * An encrypted file: a header that anybody may read, and a content that is bound to it, to the salt of the key and to
 * what the file is for, so that none of them can be exchanged.
 *
 * @param issuer the issuer
 * @param clientId the application; empty when the file is about none
 * @param storedAt when it was written
 */
record SealedFile(URI issuer, String clientId, Instant storedAt) {

    private static final String FORMAT = "osdu-token 1";

    /** How a content is understood. */
    interface Content<T> {
        T read(Instant storedAt, byte[] content) throws UnreadableFileException;
    }

    byte[] seal(AccountKey key, KeySalt salt, byte[] identity, byte[] content) {
        byte[] header = Fields.ofTexts(FORMAT, issuer.toString(), clientId, storedAt.toString());
        byte[] nonce = AccountKey.nonce();
        return Fields.of(header, nonce, key.seal(nonce, Fields.of(header, salt.bytes(), identity), content));
    }

    static <T> T open(byte[] file, AccountKey key, KeySalt salt, byte[] identity, Content<T> content)
            throws UnreadableFileException {
        List<byte[]> parts = parts(file);
        SealedFile header = header(parts.get(0));
        byte[] bound = Fields.of(parts.get(0), salt.bytes(), identity);
        return content.read(header.storedAt(), key.open(parts.get(1), bound, parts.get(2)));
    }

    /** Read the header alone, which nothing vouches for without the key. */
    static SealedFile headerOf(byte[] file) throws UnreadableFileException {
        return header(parts(file).get(0));
    }

    private static List<byte[]> parts(byte[] file) throws UnreadableFileException {
        List<byte[]> parts = Fields.split(file);
        if (parts.size() != 3 || parts.get(1).length != AccountKey.NONCE_BYTES) {
            throw new UnreadableFileException("it is torn or of another kind");
        }
        return parts;
    }

    private static SealedFile header(byte[] bytes) throws UnreadableFileException {
        List<String> texts = Fields.splitTexts(bytes, 4);
        if (!texts.get(0).equals(FORMAT)) {
            throw new UnreadableFileException("it is of another version");
        }
        try {
            return new SealedFile(URI.create(texts.get(1)), texts.get(2), Instant.parse(texts.get(3)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableFileException("its header is malformed");
        }
    }
}
