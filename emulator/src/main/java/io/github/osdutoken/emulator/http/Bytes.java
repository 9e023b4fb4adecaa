package io.github.osdutoken.emulator.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of a body, which need not be text; they never change. */
public final class Bytes {

    /** No bytes. */
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Take what is left in a buffer. */
    public static Bytes of(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new Bytes(bytes);
    }

    /** Return text as UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Return the bytes as UTF-8 text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Return a view of the bytes that cannot change them. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Say how many bytes there are; they may hold secrets. */
    @Override
    public String toString() {
        return "Bytes[" + bytes.length + "]";
    }
}
