package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class ConcurrentUsersTests {

    private final Emulator emulator = Emulator.start();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @RepeatedTest(8)
    void measure() throws Exception {
        List<String> names = List.of("editor", "viewer", "admin", "no-access");
        Map<String, Tokens> got = new ConcurrentHashMap<>();
        CountDownLatch done = new CountDownLatch(names.size());
        long t = System.nanoTime();
        for (String name : names) {
            TenantUser user = TenantUser.of(emulator, name);
            new Thread(() -> {
                        try {
                            got.put(name, user.signIn());
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
        System.out.println("MEASURED " + (System.nanoTime() - t) / 1_000_000 + " ms");
        for (String name : names) {
            EmulatorUser user = emulator.user(name);
            assertThat(SignedJWT.parse(got.get(name).idToken().value())
                            .getJWTClaimsSet()
                            .getStringClaim("oid"))
                    .isEqualTo(user.objectId());
        }
    }
}
