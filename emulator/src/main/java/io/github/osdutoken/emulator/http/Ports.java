package io.github.osdutoken.emulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes ports of 127.0.0.1. */
final class Ports {

    /** A system that gives one port again and again gets its way in the end. */
    private static final int MOST_TRIES = 20;

    /**
     * Systems give ports again. Whoever signs in remembers what an issuer has refused, and would take the next emulator
     * at the same address for the one before.
     */
    private static final Set<Integer> HAD = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** Listen on a free port that this JVM has not had before. */
    static ServerSocketChannel neverHadBefore() throws IOException {
        ServerSocketChannel channel = listen(0);
        for (int tries = 1; !HAD.add(channel.socket().getLocalPort()) && tries < MOST_TRIES; tries++) {
            channel.close();
            channel = listen(0);
        }
        return channel;
    }

    /** Listen on a port, 0 for any free one. */
    static ServerSocketChannel listen(int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
