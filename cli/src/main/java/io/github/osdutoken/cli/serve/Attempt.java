package io.github.osdutoken.cli.serve;

import io.github.osdutoken.SignInException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One try to get tokens, as far as it has come. Guarded by the {@link Desk} it is on. */
final class Attempt {

    enum Kind {
        PERSON,
        TEST_USER,
        REFRESH
    }

    enum Status {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** Something that happened: what, where if that is known, and when. */
    record Step(String text, String where, Instant at) {}

    final Kind kind;
    final List<Step> steps = new ArrayList<>();
    Status status = Status.RUNNING;

    @Nullable
    URI continueAt;

    byte @Nullable [] picture;
    int pictures;

    @Nullable
    SignInException failure;

    Attempt(Kind kind) {
        this.kind = kind;
    }
}
