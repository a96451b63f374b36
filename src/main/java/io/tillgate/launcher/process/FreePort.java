package io.tillgate.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether a TCP port can be had, and finding one that can. */
public final class FreePort {
    private FreePort() {}

    /** True when nobody listens there, on any address. */
    public static boolean isFree(int port) {
        return binds(new InetSocketAddress(port))
                && binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A port that is free now, chosen by the system. Somebody else may take it before we do. */
    public static int any() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean binds(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port in TIME_WAIT is free for a listener
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
