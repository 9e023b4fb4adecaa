package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.osdutoken.spi.EmulatorProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class EmulatorTests {

    @Test
    void runsBesideOthersOnLoopback() {
        try (Emulator one = Emulator.start();
                Emulator other = Emulator.start()) {
            assertThat(one.authority()).isNotEqualTo(other.authority());
            assertThat(one.authority().getHost()).isEqualTo("127.0.0.1");
            assertThat(one.publicKeys().getKeys().get(1))
                    .isNotEqualTo(other.publicKeys().getKeys().get(1));
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        try (Emulator one = Emulator.start()) {
            int port = one.authority().getPort();
            assertThatIllegalStateException()
                    .isThrownBy(() -> Emulator.builder().port(port).start())
                    .withMessageStartingWith("The emulator could not listen on 127.0.0.1:" + port)
                    .withMessageEndingWith("Choose another port, or 0 for any free one.");
        }
    }

    @Test
    void givesTheSettingsOfAProfile() {
        try (Emulator emulator = Emulator.start()) {
            String authority = emulator.authority().toString();
            assertThat(emulator.settings("default"))
                    .isEqualTo(emulator.settings("editor"))
                    .isEqualTo(Map.of(
                            "osdu.authority",
                            authority,
                            "osdu.tenant-id",
                            emulator.tenantId(),
                            "osdu.issuer",
                            authority + "/" + emulator.tenantId() + "/v2.0",
                            "osdu.client-id",
                            emulator.clientId(),
                            "osdu.username",
                            "editor@contoso.com",
                            "osdu.password",
                            "Grün & \"50%\" + 'a=b' <ß>;\\#",
                            "osdu.server",
                            authority,
                            "osdu.data-partition-id",
                            "opendes"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> emulator.settings("nobody"))
                    .withMessage("The emulator has no user for the profile nobody."
                            + " It has: default, editor, viewer, admin, no-access, privileged, root,"
                            + " no-data-access.");
        }
    }

    @Test
    void isFoundByTheCore() {
        EmulatorProvider provider =
                ServiceLoader.load(EmulatorProvider.class).findFirst().orElseThrow();
        assertThat(provider.settings("viewer"))
                .containsEntry("osdu.issuer", SharedEmulator.get().issuer().toString())
                .containsEntry("osdu.username", "viewer@contoso.com");
    }

    @Test
    void printsNoPasswordOrSecret() {
        try (Emulator emulator = Emulator.builder().clientSecret("s3cret").start()) {
            assertThat(emulator.toString() + emulator.users()).doesNotContain("Grün", "s3cret");
            assertThat(emulator.users()).extracting(EmulatorUser::groups).hasSize(7);
        }
    }

    @Test
    void stopsWithoutWaitingForWhatWasToldToBeSlow() {
        long begin = System.nanoTime();
        try (Emulator emulator = Emulator.start()) {
            emulator.faults().delay(Faults.Step.DISCOVERY, Duration.ofMinutes(5));
            HttpSignIn client = new HttpSignIn(emulator);
            var answer = client.http.sendAsync(
                    HttpRequest.newBuilder(URI.create(emulator.issuer() + "/.well-known/openid-configuration"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer).isNotDone();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
    }
}
