package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.Faults;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Users who sign in at the same time share a browser and nothing else. */
@Isolated("it counts this JVM's browsers")
class ConcurrentUsersTests {

    private static final List<String> USERS = List.of("editor", "viewer", "admin", "no-access");

    private final Emulator emulator = Emulator.start();
    private final Map<String, Tokens> tokens = new ConcurrentHashMap<>();
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final CountDownLatch done = new CountDownLatch(USERS.size());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void eachGetsTheirOwnTokensFromOneBrowser() throws Exception {
        for (ProcessHandle ofOthers : drivers().toList()) {
            ofOthers.onExit().get(60, TimeUnit.SECONDS);
        }
        // Long enough for those who come second to be there, too.
        emulator.faults().delay(Faults.Step.AUTHORIZE, Duration.ofMillis(500));
        USERS.forEach(name -> signIn(name, TenantUser.of(emulator, name)));
        AtomicLong mostDrivers = new AtomicLong();
        while (!done.await(10, TimeUnit.MILLISECONDS)) {
            mostDrivers.accumulateAndGet(drivers().count(), Math::max);
        }

        assertThat(failures).isEmpty();
        assertThat(mostDrivers).hasValue(1);
        for (String name : USERS) {
            var user = emulator.user(name);
            assertThat(objectId(tokens.get(name))).isEqualTo(user.objectId());
            assertThat(emulator.passwordPosts(user.username())).as(name).isEqualTo(1);
        }
        // "Stay signed in" was answered in each context, and no second user met the first one's account.
        assertThat(emulator.submissions()).containsEntry("GetCredentialType", USERS.size());
        assertThat(emulator.codesIssued()).isEqualTo(USERS.size());
    }

    @Test
    void whoFailsDisturbsNobody() throws Exception {
        for (String name : USERS) {
            TenantUser user = TenantUser.of(emulator, name);
            signIn(name, name.equals("viewer") ? user.withPassword("wrong") : user);
        }
        done.await();

        assertThat(failures).containsOnlyKeys("viewer");
        assertThat(failures.get("viewer"))
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_CREDENTIALS))
                .hasMessageContaining("viewer@contoso.com");
        assertThat(tokens).containsOnlyKeys("editor", "admin", "no-access");
        assertThat(emulator.passwordPosts()).isEqualTo(USERS.size());
    }

    /** While a page waits for its server, the browser's driver answers nobody. */
    @Test
    void whoWaitsInVainKeepsNobodyWaitingAndLeavesNoBrowser() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        try (FaultProxy proxy = new FaultProxy();
                Emulator other = Emulator.builder().behind(proxy.authority()).start()) {
            proxy.to(other.address());
            proxy.at(SignInStep.PASSWORD, passing -> {
                waits.countDown();
                passing.stall();
            });
            signIn("viewer", TenantUser.of(other, "viewer").within(Duration.ofSeconds(8)));
            assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();

            tokens.put("editor", TenantUser.of(emulator, "editor").signIn());
            Eventually.within(Duration.ofSeconds(20), () -> drivers().findAny().isEmpty());
        }

        assertThat(failures.get("viewer"))
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
        assertThat(emulator.passwordPosts()).isEqualTo(1);
    }

    @Test
    void whoSignsInAnewIsNotKnownToTheBrowser() {
        TokenSource source = TokenSource.of(TenantUser.of(emulator, "editor").profile());

        Tokens first = source.tokens();
        Tokens second = source.freshTokens();

        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(emulator.passwordPosts()).isEqualTo(2);
        assertThat(emulator.submissions()).containsEntry("GetCredentialType", 2).containsEntry("KmsiInterrupt", 2);
    }

    private void signIn(String name, TenantUser user) {
        Thread thread = new Thread(() -> {
            Throwable failure = catchThrowable(() -> tokens.put(name, user.signIn()));
            if (failure != null) {
                failures.put(name, failure);
            }
            done.countDown();
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static Stream<ProcessHandle> drivers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").contains("chromedriver"));
    }

    private static String objectId(Tokens tokens) throws ParseException {
        IdToken idToken = tokens.requiredIdToken();
        return SignedJWT.parse(idToken.value()).getJWTClaimsSet().getStringClaim("oid");
    }
}
