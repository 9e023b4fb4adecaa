package io.github.osdutoken.emulator.osdu;

import java.util.List;
import java.util.stream.Stream;

/** Which groups may read a record and which may change it, as e-mail addresses. */
record Acl(List<String> viewers, List<String> owners) {

    /** Fill in what a request left out; Jackson passes null for it. */
    Acl {
        viewers = viewers == null ? List.of() : viewers.stream().distinct().toList();
        owners = owners == null ? List.of() : owners.stream().distinct().toList();
    }

    Stream<String> all() {
        return Stream.concat(viewers.stream(), owners.stream());
    }

    boolean isReadableBy(Caller caller) {
        return caller.isDataRoot() || caller.isInAcl(all().toList());
    }

    boolean isWritableBy(Caller caller) {
        return caller.isDataRoot() || caller.isInAcl(owners);
    }
}
