package io.github.osdutoken.browser;

import java.util.Set;

/** What a page looked like, its secret fields blanked. */
public final class Snapshot {

    private final byte[] picture;
    private final String address;
    private final Set<String> secrets;

    Snapshot(byte[] picture, String address, Set<String> secrets) {
        this.picture = picture;
        this.address = address;
        this.secrets = Set.copyOf(secrets);
    }

    /** Return the picture: a JPEG, or a PNG where the browser gives no other. */
    public byte[] picture() {
        return picture.clone();
    }

    /** Return the address of the page on it, query included. */
    public String address() {
        return address;
    }

    /** Return what the page holds and nobody may see: session values, and what stands in the blanked fields. */
    public Set<String> secrets() {
        return secrets;
    }

    /** Say how large the picture is. */
    @Override
    public String toString() {
        return "Snapshot[" + picture.length + " bytes]";
    }
}
