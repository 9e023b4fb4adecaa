package io.github.osdutoken.oauth;

import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** An answer's text, unless it is longer than what an issuer has to say: who listens to everything runs out of memory. */
final class BoundedBody implements BodySubscriber<String> {

    /** Metadata, keys and tokens have some thousands; a proxy's page with its pictures in it may have some more. */
    static final int MOST_BYTES = 1024 * 1024;

    private final BodySubscriber<String> text;
    private Flow.Subscription subscription = new Nothing();
    private long bytes;

    BoundedBody(ResponseInfo answer) {
        this.text = BodyHandlers.ofString().apply(answer);
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        text.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > MOST_BYTES) {
            subscription.cancel();
            text.onError(new TooLongException());
        } else {
            text.onNext(part);
        }
    }

    @Override
    public void onError(Throwable failure) {
        text.onError(failure);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }

    /** An answer was cut off by us. */
    static final class TooLongException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** Before there is an answer there is nothing to cancel. */
    private static final class Nothing implements Flow.Subscription {

        @Override
        public void request(long number) {}

        @Override
        public void cancel() {}
    }
}
