package io.github.osdutoken.systemtests;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorBuilder;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The issuer of a soak, in a process of its own so that what it remembers is not taken for ours. It obeys the lines it is
 * sent, and answers each with one; see {@link DistantIssuer}.
 */
final class SoakIssuer {

    private final MovableClock clock = new MovableClock();
    private final Duration refreshTokenLifetime;
    private final List<EmulatorUser> users = new ArrayList<>();
    private Emulator emulator;

    /** What issuers that were stopped have counted. */
    private int passwordPosts;

    private int refreshes;

    SoakIssuer(Duration refreshTokenLifetime) {
        this.refreshTokenLifetime = refreshTokenLifetime;
        emulator = builder().user("admin", Condition.MFA_TOTP).start();
        users.addAll(emulator.users());
    }

    private EmulatorBuilder builder() {
        Clock ours = clock;
        return Emulator.builder().clock(ours).refreshTokenLifetime(refreshTokenLifetime);
    }

    private String obey(List<String> words) {
        switch (words.get(0)) {
            case "ahead" -> clock.ahead(Duration.parse(words.get(1)));
            case "rotate" -> emulator.rotateKeys();
            case "revoke" ->
                emulator.revokeRefreshTokens(emulator.user(words.get(1)).username());
            case "password" -> change(words.get(1), words.get(2));
            case "stop" -> stop();
            case "start" -> start();
            case "settings" -> {
                return settings(words.get(1));
            }
            case "counts" -> {
                return passwordPosts + emulator.passwordPosts() + " " + (refreshes + emulator.refreshes());
            }
            default -> throw new IllegalArgumentException("Not understood: " + words);
        }
        return "done";
    }

    private void change(String profile, String password) {
        EmulatorUser before = emulator.user(profile);
        EmulatorUser after = new EmulatorUser(
                before.username(),
                password,
                before.objectId(),
                before.displayName(),
                before.groups(),
                before.conditions(),
                before.totpSecret(),
                before.code());
        emulator.change(after);
        users.replaceAll(user -> user.objectId().equals(after.objectId()) ? after : user);
    }

    private void stop() {
        passwordPosts += emulator.passwordPosts();
        refreshes += emulator.refreshes();
        emulator.close();
    }

    /** Start as after a stop: the same address and users, other keys, and no refresh token known. */
    private void start() {
        EmulatorBuilder builder = builder().port(emulator.authority().getPort());
        users.forEach(builder::user);
        emulator = builder.start();
    }

    private String settings(String profile) {
        return emulator.settings(profile).entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        SoakIssuer issuer = new SoakIssuer(Duration.parse(args[0]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(issuer.obey(List.of(line.split(" ", -1))));
        }
        issuer.emulator.close();
    }
}
