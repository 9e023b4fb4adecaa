package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Bytes;

/** A file, and what its uploader said it is. */
record Blob(String contentType, Bytes content) {

    /** What is there between the asking for a place and the upload. */
    static final Blob EMPTY = new Blob("application/octet-stream", Bytes.NONE);
}
