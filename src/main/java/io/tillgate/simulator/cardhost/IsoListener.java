package io.tillgate.simulator.cardhost;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One ISO 8583 port: frames of two length bytes, a virtual thread per connection, at most 256 of them. */
final class IsoListener implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 256;
    private static final int PAYLOAD_MAX = 8192;

    private final ServerSocket server;
    private final Faults faults;
    private final Exchange exchange;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** Takes one payload; may answer at any time, from any thread. */
    interface Exchange {
        void received(byte[] payload, Line line);
    }

    /** The way back. */
    interface Line {
        void send(byte[] payload);

        void cut();
    }

    IsoListener(String bind, int port, Faults faults, Exchange exchange) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getByName(bind));
        this.faults = faults;
        this.exchange = exchange;
        Thread.ofVirtual().name("iso-accept").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (connections.size() >= CONNECTIONS_MAX || faults.takeConnection()) {
                    socket.close();
                    continue;
                }
                socket.setTcpNoDelay(true);
                connections.add(socket);
                Thread.ofVirtual().name("iso-read").start(() -> serve(socket));
            } catch (IOException e) {
                // closed, or a connection that ended before it began: the loop's condition decides
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            Line line = new SocketLine(socket);
            while (!socket.isClosed()) {
                int length = in.readUnsignedShort();
                if (length > PAYLOAD_MAX) {
                    return;
                }
                byte[] payload = in.readNBytes(length);
                if (payload.length < length) {
                    return;
                }
                if (length > 0) {
                    exchange.received(payload, line);
                }
            }
        } catch (IOException e) {
            // the other side is gone
        } finally {
            connections.remove(socket);
        }
    }

    private record SocketLine(Socket socket) implements Line {
        @Override
        public void send(byte[] payload) {
            byte[] framed = new byte[payload.length + 2];
            framed[0] = (byte) (payload.length >> 8);
            framed[1] = (byte) payload.length;
            System.arraycopy(payload, 0, framed, 2, payload.length);
            try {
                OutputStream out = socket.getOutputStream();
                synchronized (socket) {
                    out.write(framed);
                    out.flush();
                }
            } catch (IOException e) {
                cut();
            }
        }

        @Override
        public void cut() {
            try {
                socket.close();
            } catch (IOException e) {
                // closed already
            }
        }
    }

    void cutAll() {
        connections.forEach(socket -> new SocketLine(socket).cut());
    }

    @Override
    public void close() throws IOException {
        server.close();
        cutAll();
    }
}
