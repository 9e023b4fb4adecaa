package io.github.osdutoken.cli;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signals that end a program go on to another process, and this one waits for what becomes of it.
 *
 * <p>The JDK has no API for this but {@code sun.misc.Signal}, which the compiler does not let us name. Where it is
 * missing, a signal ends this process, as it would anyway.
 */
final class ForwardedSignals implements AutoCloseable {

    private static final List<String> SIGNALS = List.of("TERM", "HUP", "INT");

    private record Handled(Object signal, Object before) {}

    private final List<Handled> handled = new ArrayList<>();

    private @Nullable Process process;
    private @Nullable String early;

    private ForwardedSignals() {}

    /** Begin to hold signals back, for the process that is about to be started. */
    static ForwardedSignals begin() {
        ForwardedSignals forwarded = new ForwardedSignals();
        SIGNALS.forEach(name -> forwarded.handle(name, () -> forwarded.received(name)));
        return forwarded;
    }

    /** Send what has come and what comes on to this process. */
    synchronized void to(Process started) {
        process = started;
        if (early != null) {
            send(early, started);
        }
    }

    private synchronized void received(String signal) {
        if (process == null) {
            early = signal;
        } else {
            send(signal, process);
        }
    }

    /** Ctrl+C at a terminal reaches all processes of the job by itself; a second one would be one too many. */
    private static void send(String signal, Process process) {
        if (signal.equals("INT") && Terminal.controls()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy(); // where there is no kill there is only one way to end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(String name, Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = type.getConstructor(String.class).newInstance(name);
            Object handler = Proxy.newProxyInstance(
                    ForwardedSignals.class.getClassLoader(),
                    new Class<?>[] {handlerType},
                    (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            Object before = type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
            handled.add(new Handled(signal, before));
        } catch (ReflectiveOperationException e) {
            // a signal this platform does not have, or one that whoever started us has switched off
        }
    }

    /** Signals mean again what they meant before. */
    @Override
    public void close() {
        for (Handled each : handled) {
            try {
                Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
                each.signal
                        .getClass()
                        .getMethod("handle", each.signal.getClass(), handlerType)
                        .invoke(null, each.signal, each.before);
            } catch (ReflectiveOperationException e) {
                // it was there a moment ago
            }
        }
    }
}
