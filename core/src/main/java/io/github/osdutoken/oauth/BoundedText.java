package io.github.osdutoken.oauth;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a text up to a limit and no further, whoever sends it and however much: an answer may have no end. */
final class BoundedText implements BodySubscriber<String> {

    /** Entra ID's longest answers, its keys, have some twenty kilobytes. */
    static final int MOST_BYTES = 1024 * 1024;

    private final BodySubscriber<String> text;
    private int left = MOST_BYTES;
    private Flow.@Nullable Subscription subscription;

    private BoundedText(BodySubscriber<String> text) {
        this.text = text;
    }

    static BodyHandler<String> handler() {
        return info -> new BoundedText(BodyHandlers.ofString().apply(info));
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription one) {
        subscription = one;
        text.onSubscribe(one);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        List<ByteBuffer> within = new ArrayList<>();
        for (ByteBuffer buffer : buffers) {
            int length = Math.min(left, buffer.remaining());
            within.add(buffer.slice(buffer.position(), length));
            left -= length;
        }
        text.onNext(within);
        if (left == 0 && subscription != null) {
            subscription.cancel();
            text.onComplete();
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
}
