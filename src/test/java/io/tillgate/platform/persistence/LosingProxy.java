package io.tillgate.platform.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before PostgreSQL and loses one COMMIT, or its answer, together with the connection. */
final class LosingProxy implements AutoCloseable {
    /** What is lost next. */
    enum Loss {
        NOTHING,
        THE_COMMIT,
        ITS_ANSWER
    }

    private final ServerSocket listener;
    private final int server;
    private final AtomicReference<Loss> next = new AtomicReference<>(Loss.NOTHING);

    LosingProxy(int server) throws IOException {
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void loseNext(Loss loss) {
        next.set(loss);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), server);
                Line line = new Line(client, database, new AtomicReference<>(false));
                Thread.ofVirtual().start(() -> toDatabase(line));
                Thread.ofVirtual().start(() -> toClient(line));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private record Line(Socket client, Socket database, AtomicReference<Boolean> muted) {
        void cut() {
            try (client;
                    database) {
                muted.set(true);
            } catch (IOException gone) {
                // it was cut already
            }
        }
    }

    private void toDatabase(Line line) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = line.client().getInputStream();
            OutputStream out = line.database().getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                boolean commit = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT");
                Loss loss = commit ? next.getAndSet(Loss.NOTHING) : Loss.NOTHING;
                if (loss == Loss.THE_COMMIT) {
                    break;
                }
                line.muted().set(loss == Loss.ITS_ANSWER);
                out.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            // cut below
        }
        line.cut();
    }

    private static void toClient(Line line) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = line.database().getInputStream();
            OutputStream out = line.client().getOutputStream();
            for (int read = in.read(buffer); read >= 0 && !line.muted().get(); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            // cut below
        }
        line.cut();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
