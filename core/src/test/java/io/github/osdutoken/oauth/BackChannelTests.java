package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it looks at this JVM's threads")
class BackChannelTests {

    @Test
    void leavesNoThreadBehindThoughItIsKeptItself() throws Exception {
        try (CannedServer server = new CannedServer()) {
            server.json("/", 200, "{}");
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            BackChannel channel = new BackChannel(Duration.ofMinutes(2));
            for (int i = 0; i < 3; i++) {
                assertThat(channel.send(new HTTPRequest(HTTPRequest.Method.GET, server.uri("/")))
                                .getStatusCode())
                        .isEqualTo(200);
            }

            Set<Thread> begun = new HashSet<>(Thread.getAllStackTraces().keySet());
            begun.removeAll(before);
            CountDownLatch never = new CountDownLatch(1);
            while (begun.stream().anyMatch(BackChannelTests::isForHttp)
                    && !channel.remaining().isZero()) {
                System.gc(); // before Java 21, nothing else ends a client
                assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(begun).noneMatch(BackChannelTests::isForHttp);
            assertThat(channel.remaining()).isPositive();
        }
    }

    private static boolean isForHttp(Thread thread) {
        return thread.isAlive() && thread.getName().startsWith("HttpClient-");
    }
}
