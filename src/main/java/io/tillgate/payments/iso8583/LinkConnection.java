package io.tillgate.payments.iso8583;

import io.tillgate.payments.iso8583.codec.FrameReader;
import io.tillgate.payments.iso8583.codec.MessageFormatException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One TCP connection of a link and its life: connect, sign on, echo when idle, come back. Runs on the link's event loop. */
final class LinkConnection {
    private static final Logger LOG = Logger.getLogger(LinkConnection.class);
    private static final Duration BACKOFF_FIRST = Duration.ofMillis(100);

    private final HostLink link;
    private final NetClient client;
    private final HostLinkConfig config;
    private LinkState state = LinkState.DOWN;
    private @Nullable NetSocket socket;
    private int failures;
    private boolean heard;
    private long echoTimer = -1;

    LinkConnection(HostLink link, NetClient client, HostLinkConfig config) {
        this.link = link;
        this.client = client;
        this.config = config;
    }

    LinkState state() {
        return state;
    }

    boolean canWrite() {
        NetSocket open = socket;
        return state == LinkState.UP && open != null && !open.writeQueueFull();
    }

    void connect() {
        if (state != LinkState.DOWN) {
            return;
        }
        state = LinkState.CONNECTING;
        client.connect(config.address().port(), config.address().host()).onComplete(attempt -> {
            if (attempt.succeeded()) {
                connected(attempt.result());
            } else {
                lost(null, "cannot connect");
            }
        });
    }

    private void connected(NetSocket opened) {
        if (state == LinkState.CLOSED) {
            opened.close();
            return;
        }
        socket = opened;
        state = LinkState.SIGNING_ON;
        FrameReader frames = new FrameReader(link.framing());
        opened.handler(piece -> received(opened, frames, piece));
        opened.exceptionHandler(fault -> opened.close());
        opened.closeHandler(closed -> lost(opened, "connection closed"));
        link.signOn(this, outcome -> signedOn(opened, outcome));
    }

    private void signedOn(NetSocket on, HostOutcome outcome) {
        if (!on.equals(socket) || state != LinkState.SIGNING_ON) {
            return;
        }
        if (outcome instanceof HostOutcome.Answered answered
                && answered.answer().approved()) {
            state = LinkState.UP;
            failures = 0;
            heard = true;
            echoTimer = link.every(config.timing().echoInterval(), () -> idleCheck(on));
            link.stateChanged();
        } else {
            on.close();
        }
    }

    private void idleCheck(NetSocket on) {
        if (!on.equals(socket) || state != LinkState.UP) {
            return;
        }
        if (!heard) {
            link.echo(this, outcome -> {
                if (outcome instanceof HostOutcome.Silent) {
                    on.close();
                }
            });
        }
        heard = false;
    }

    private void received(NetSocket from, FrameReader frames, Buffer piece) {
        heard = true;
        try {
            frames.feed(piece.getBytes()).forEach(payload -> link.received(this, payload));
        } catch (MessageFormatException e) {
            LOG.warnf("link %s: stream out of step, closing the connection: %s", config.name(), e.getMessage());
            from.close();
        }
    }

    void write(Buffer framed) {
        NetSocket open = socket;
        if (open != null) {
            open.write(framed).onFailure(fault -> open.close());
        }
    }

    private void lost(@Nullable NetSocket which, String why) {
        if (state == LinkState.CLOSED || (which != null && !which.equals(socket))) {
            return;
        }
        LinkState before = state;
        state = LinkState.DOWN;
        socket = null;
        link.cancel(echoTimer);
        echoTimer = -1;
        failures = Math.min(failures + 1, 16);
        if (before == LinkState.UP || failures == 1) {
            LOG.warnf("link %s: %s", config.name(), why);
        }
        link.connectionLost(this);
        link.after(backoff(), this::connect);
    }

    /** Doubles from a tenth of a second up to the bound; half of it is chance, so that links do not come back as one. */
    private Duration backoff() {
        long bound = Math.min(
                config.timing().backoffMax().toMillis(), BACKOFF_FIRST.toMillis() << Math.min(failures - 1, 12));
        return Duration.ofMillis(bound / 2 + link.jitter(bound / 2 + 1));
    }

    void close() {
        state = LinkState.CLOSED;
        NetSocket open = socket;
        socket = null;
        link.cancel(echoTimer);
        if (open != null) {
            open.close();
        }
    }
}
