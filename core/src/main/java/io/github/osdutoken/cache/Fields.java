package io.github.osdutoken.cache;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values one after the other, each led by its length, so that no two lists of values make the same bytes. */
final class Fields {

    private Fields() {}

    static byte[] ofTexts(String... values) {
        return ofTexts(Arrays.asList(values));
    }

    static byte[] ofTexts(List<String> values) {
        return of(values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    static byte[] of(byte[]... values) {
        int length = Arrays.stream(values)
                .mapToInt(value -> Integer.BYTES + value.length)
                .sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] value : values) {
            all.putInt(value.length).put(value);
        }
        return all.array();
    }

    /** Take values apart again. */
    static List<byte[]> split(byte[] bytes) throws UnreadableFileException {
        List<byte[]> values = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                int length = rest.getInt();
                if (length < 0 || length > rest.remaining()) {
                    throw new UnreadableFileException("it is torn or of another kind");
                }
                byte[] value = new byte[length];
                rest.get(value);
                values.add(value);
            }
        } catch (BufferUnderflowException e) {
            throw new UnreadableFileException("it is torn or of another kind");
        }
        return values;
    }

    /** Take texts apart again, of which there must be so many at least. */
    static List<String> splitTexts(byte[] bytes, int least) throws UnreadableFileException {
        List<String> texts = new ArrayList<>();
        for (byte[] value : split(bytes)) {
            texts.add(new String(value, StandardCharsets.UTF_8));
        }
        if (texts.size() < least) {
            throw new UnreadableFileException("something is missing in it");
        }
        return texts;
    }
}
