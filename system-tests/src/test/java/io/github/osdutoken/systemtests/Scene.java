package io.github.osdutoken.systemtests;

import io.github.osdutoken.CacheMode;
import io.github.osdutoken.Client;
import io.github.osdutoken.NewProcess;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.systemtests.CommandLine.Ended;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;

/** A user with a second factor, an issuer of their own behind a proxy that can fail, and a folder for all they leave. */
final class Scene implements AutoCloseable {

    /** Time enough for a sign-in with a fault; a busy machine needs more. */
    private static final Duration TIMEOUT = Duration.ofSeconds(Long.getLong("fault.timeout", 15));

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern FAILURE = Pattern.compile("error\\[(\\w+)] (.*)");

    private static final Duration TIMEOUT_IN_HEALTH = Duration.ofMinutes(5);

    final MovableClock ours = new MovableClock();
    final MovableClock theirs = new MovableClock();
    final FaultProxy proxy;
    final Emulator emulator;
    final Offspring offspring = new Offspring(ProcessHandle.current());
    final Path folder;
    final int redirectPort = freePort();

    /** Changed by faults that are one of a setting. */
    URI issuer;

    Path cacheDir;
    String browser = "auto";

    /** How much memory the JVM has that asks for tokens, or {@code null} when it is this one. */
    String heap;

    private Duration timeout = TIMEOUT;

    /** What strangers were sent, by several threads. */
    private final Queue<String> stolen = new ConcurrentLinkedQueue<>();

    private final List<String> totpSecrets = new ArrayList<>();
    private final Deque<Closeable> undone = new ArrayDeque<>();
    private volatile boolean open = true;

    Scene(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.proxy = new FaultProxy();
        this.emulator = Emulator.builder()
                .behind(proxy.authority())
                .clock(theirs)
                .user("default", Condition.MFA_TOTP)
                // So short that a clock within the skew that is allowed for makes the next who asks refresh it.
                .accessTokenLifetime(Duration.ofSeconds(30))
                .start();
        proxy.to(emulator.address());
        renewTotpSecret();
        this.issuer = emulator.issuer();
        this.cacheDir = folder.resolve("cache");
    }

    /**
     * Ask for tokens as the settings say, in this JVM or a small one.
     *
     * @throws SignInException if there are none
     */
    void ask() throws Exception {
        if (heap == null) {
            tokens();
        } else {
            askInAnother(heap);
        }
    }

    private Tokens tokens() {
        return NewProcess.tokens(profile(), ours);
    }

    private void askInAnother(String most) throws Exception {
        Map<String, String> environment =
                new HashMap<>(Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + most, "OSDU_TRACE", "off"));
        emulator.settings("default")
                .forEach((key, value) -> environment.put(
                        key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        Ended ended = CommandLine.run(folder, environment, "get", "--output", "/dev/null");
        if (ended.exitCode() != 0) {
            Matcher failure = FAILURE.matcher(ended.lastErrorLine());
            String words = failure.matches() ? failure.group(2) : ended.lastErrorLine();
            throw failure.matches() && !failure.group(1).equals("DEFECT")
                    ? SignInException.of(Reason.valueOf(failure.group(1)), "Running osdu-token", words, "")
                    : new IllegalStateException(words);
        }
    }

    /** Have something done when the scene is over, the last thing first. */
    void atEnd(Closeable undoing) {
        undone.push(undoing);
    }

    /** Return tokens before anything goes wrong, or after. */
    Tokens tokensInHealth() {
        timeout = TIMEOUT_IN_HEALTH;
        try {
            return tokens();
        } finally {
            timeout = TIMEOUT;
        }
    }

    /** Undo what was done to the settings and the clocks, and what the proxy does. */
    void heal() {
        proxy.heal();
        ours.ahead(Duration.ZERO);
        theirs.ahead(Duration.ZERO);
        issuer = emulator.issuer();
        cacheDir = folder.resolve("cache");
        browser = "auto";
        heap = null;
        renewTotpSecret();
    }

    /** A code serves once, and all that sign in would wait for the next one half a minute. */
    private void renewTotpSecret() {
        String secret = new Base32().encodeToString(RANDOM.generateSeed(20));
        totpSecrets.add(secret);
        emulator.change(emulator.user(Profile.DEFAULT).withTotpSecret(secret));
    }

    boolean isOpen() {
        return open;
    }

    /** Take what a stranger was sent who should have been sent nothing. */
    void stolen(String text) {
        stolen.add(text);
    }

    String stolen() {
        return String.join("", stolen);
    }

    Map<String, String> secrets() {
        Map<String, String> secrets = new HashMap<>(proxy.secrets());
        secrets.put(setting("osdu.password"), "password");
        totpSecrets.forEach(secret -> secrets.put(secret, "TOTP secret"));
        return secrets;
    }

    private Profile profile() {
        return new Profile(
                Profile.DEFAULT,
                issuer,
                new Client(
                        emulator.clientId(),
                        null,
                        URI.create("http://localhost:" + redirectPort),
                        emulator.clientId() + "/.default openid profile offline_access"),
                new TestUser(
                        setting("osdu.username"),
                        new Password(setting("osdu.password")),
                        new TotpSecret(setting("osdu.totp-secret")),
                        null),
                options(),
                CacheMode.FILE,
                cacheDir,
                null);
    }

    private SignInOptions options() {
        return new SignInOptions(
                Set.of(),
                false,
                false,
                null,
                browser,
                true,
                null,
                timeout,
                TraceMode.ON_FAILURE,
                folder.resolve("trace"));
    }

    private String setting(String key) {
        return emulator.settings("default").getOrDefault(key, "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        while (!undone.isEmpty()) {
            undone.pop().close();
        }
        offspring.close();
        proxy.close();
        emulator.close();
    }
}
