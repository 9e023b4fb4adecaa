package io.github.osdutoken.browser;

import java.util.Set;

/**
 * What a page looked like, its secret fields blanked.
 *
 * @param png the picture
 * @param address the address of the page on it
 * @param secrets what the page holds and nobody may see: session values, and what stands in the blanked fields
 */
public record Snapshot(byte[] png, String address, Set<String> secrets) {

    /** Say how large the picture is. */
    @Override
    public String toString() {
        return "Snapshot[" + png.length + " bytes]";
    }
}
