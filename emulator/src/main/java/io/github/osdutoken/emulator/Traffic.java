package io.github.osdutoken.emulator;

import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.RequestLog;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests so far; the oldest go when there are very many. */
final class Traffic implements RequestLog {

    private static final int MOST = 10_000;

    /** The query and the body stay out of it: they hold codes and passwords. */
    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);

    private final ConcurrentLinkedQueue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    private final Clock clock;

    Traffic(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void answered(Request request, int status) {
        requests.add(new RecordedRequest(clock.instant(), request.method(), request.path(), status));
        LOG.debug("{} {} -> {}", request.method(), request.path(), status);
        if (requests.size() > MOST) {
            requests.poll();
        }
    }

    List<RecordedRequest> all() {
        return List.copyOf(requests);
    }
}
