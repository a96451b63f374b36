package io.tillgate.payments.iso8583;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tillgate.payments.iso8583.HostOutcome.NotSent;
import io.tillgate.payments.iso8583.HostOutcome.Obstacle;
import io.tillgate.payments.iso8583.HostOutcome.Silence;
import io.tillgate.payments.iso8583.HostOutcome.Silent;
import io.tillgate.payments.iso8583.codec.Dialects;
import io.tillgate.payments.iso8583.codec.Framing;
import io.tillgate.payments.iso8583.codec.IsoCodec;
import io.tillgate.payments.iso8583.codec.IsoMessage;
import io.tillgate.payments.iso8583.codec.MessageFormatException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One card host over long-lived connections that many requests share. Answers may come in any order and on any of the
 * connections; each meets its request by {@link MatchKey}. All state belongs to one event loop of the link's own, whatever
 * thread opens it; {@link #send} may be called
 * from anywhere and answers on the caller's Vert.x context when it has one.
 */
public final class HostLink {
    private static final Logger LOG = Logger.getLogger(HostLink.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int READY_WAITERS_MAX = 1_000;
    private static final int STAN_MAX = 999_999;

    private final HostLinkConfig config;
    private final LinkTools tools;
    private final Translator translator;
    private final IsoCodec codec;
    private final Context loop;
    private final NetClient client;
    private final Window window;
    private final LinkMeters meters;
    private final AnswerDesk answers;
    private final List<LinkConnection> connections = new ArrayList<>();
    private final List<Runnable> whenStateChanges = new ArrayList<>();
    private int turn;
    private int networkStan;
    private volatile LinkState state = LinkState.DOWN;
    private volatile int connectionsUp;
    private volatile int waiting;

    HostLink(HostLinkConfig config, LinkTools tools, LateAnswers late) {
        this.config = config;
        this.tools = tools;
        this.translator = new Translator(Dialects.named(config.dialect()));
        this.codec = new IsoCodec(translator.dialect());
        this.loop = ((VertxInternal) tools.vertx()).createEventLoopContext();
        this.client = tools.vertx()
                .createNetClient(new NetClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setTcpNoDelay(true)
                        .setTcpKeepAlive(true));
        this.window = new Window(config.timing().windowMax());
        this.meters = new LinkMeters(tools.meters(), config.name());
        this.answers = new AnswerDesk(this, new AnswerDesk.Tools(translator, codec, window, meters), late);
        for (int i = 0; i < config.connections(); i++) {
            connections.add(new LinkConnection(this, client, config));
        }
    }

    void open() {
        meters.watch(() -> waiting, () -> connectionsUp);
        loop.runOnContext(start -> connections.forEach(LinkConnection::connect));
    }

    public String name() {
        return config.name();
    }

    public LinkState state() {
        return state;
    }

    /** Connections that take requests now. */
    public int connectionsUp() {
        return connectionsUp;
    }

    /** Requests on their way now. */
    public int waiting() {
        return waiting;
    }

    /** Completes when a connection is signed on; at once when one is. Never completes on a link that is closed. */
    public Uni<Void> ready() {
        return Uni.createFrom()
                .emitter(emitter -> loop.runOnContext(now -> {
                    if (state == LinkState.UP) {
                        emitter.complete(null);
                    } else if (whenStateChanges.size() >= READY_WAITERS_MAX) {
                        emitter.fail(new IllegalStateException("too many wait for link " + name()));
                    } else {
                        whenStateChanges.add(() -> emitter.complete(null));
                    }
                }));
    }

    /**
     * Sends when subscribed to, and answers with exactly one outcome; never fails for anything a host or a network does.
     *
     * @param timeout from the moment of writing; at least one millisecond
     */
    public Uni<HostOutcome> send(HostRequest request, Duration timeout) {
        return Uni.createFrom().<HostOutcome>emitter(emitter -> {
            Context caller = Vertx.currentContext();
            Consumer<HostOutcome> then = outcome -> complete(emitter, caller, outcome);
            Optional<Outgoing> message = outgoing(request);
            if (message.isEmpty()) {
                then.accept(new NotSent(Obstacle.NOT_EXPRESSIBLE));
            } else {
                loop.runOnContext(now -> transmit(message.get(), timeout, then));
            }
        });
    }

    private static void complete(
            UniEmitter<? super HostOutcome> emitter, @Nullable Context caller, HostOutcome outcome) {
        if (caller == null) {
            emitter.complete(outcome);
        } else {
            caller.runOnContext(back -> emitter.complete(outcome));
        }
    }

    private record Outgoing(MatchKey key, Buffer framed) {}

    private Optional<Outgoing> outgoing(HostRequest request) {
        try {
            IsoMessage message = translator.message(request, config.numbers().apply(request.at()));
            return MatchKey.of(message).map(key -> new Outgoing(key, framed(message)));
        } catch (MessageFormatException e) {
            LOG.errorf("link %s: request cannot be expressed: %s", name(), e.getMessage());
            return Optional.empty();
        }
    }

    private void transmit(Outgoing message, Duration timeout, Consumer<HostOutcome> then) {
        Optional<LinkConnection> free = free();
        if (state != LinkState.UP) {
            settle(then, new NotSent(Obstacle.LINK_DOWN));
        } else if (window.holds(message.key())) {
            settle(then, new NotSent(Obstacle.IN_FLIGHT));
        } else if (window.full() || free.isEmpty()) {
            settle(then, new NotSent(Obstacle.WINDOW_FULL));
        } else {
            write(free.get(), message, timeout, then);
        }
    }

    private Optional<LinkConnection> free() {
        for (int tried = 0; tried < connections.size(); tried++) {
            turn = (turn + 1) % connections.size();
            if (connections.get(turn).canWrite()) {
                return Optional.of(connections.get(turn));
            }
        }
        return Optional.empty();
    }

    private void write(LinkConnection on, Outgoing message, Duration timeout, Consumer<HostOutcome> then) {
        MatchKey key = message.key();
        long timer = after(timeout, () -> silent(key, Silence.TIMEOUT));
        window.add(key, new Window.Waiting(on, nanos(), timer, then));
        waiting = window.size();
        on.write(message.framed());
    }

    private void silent(MatchKey key, Silence cause) {
        finish(key, LateAnswers.Reason.LATE, new Silent(cause));
    }

    /** Ends a request, once; does nothing for one that has ended. */
    void finish(MatchKey key, LateAnswers.Reason ifAnotherComes, HostOutcome outcome) {
        Window.Waiting request = window.settle(key, ifAnotherComes);
        waiting = window.size();
        if (request != null) {
            cancel(request.timer());
            settle(request.then(), outcome);
        }
    }

    private void settle(Consumer<HostOutcome> then, HostOutcome outcome) {
        meters.outcome(outcome);
        then.accept(outcome);
    }

    void received(LinkConnection from, byte[] payload) {
        answers.received(from, payload);
    }

    void signOn(LinkConnection on, Consumer<HostOutcome> then) {
        network(on, new HostRequest.SignOn(config.own(), networkTrace()), then);
    }

    void echo(LinkConnection on, Consumer<HostOutcome> then) {
        network(on, new HostRequest.Echo(config.own(), networkTrace()), then);
    }

    private void network(LinkConnection on, HostRequest request, Consumer<HostOutcome> then) {
        outgoing(request)
                .ifPresent(message -> write(on, message, config.timing().answerTimeout(), then));
    }

    private Trace networkTrace() {
        networkStan = networkStan % STAN_MAX + 1;
        Instant now = tools.clock().instant();
        return new Trace(networkStan, now, LocalDateTime.ofInstant(now, ZoneOffset.UTC), 0);
    }

    void connectionLost(LinkConnection which) {
        meters.connectionLost();
        window.keysOn(which).forEach(key -> silent(key, Silence.CONNECTION_LOST));
        stateChanged();
    }

    void stateChanged() {
        state = connections.stream()
                .map(LinkConnection::state)
                .max(Comparator.naturalOrder())
                .orElse(LinkState.CLOSED);
        connectionsUp = (int)
                connections.stream().filter(c -> c.state() == LinkState.UP).count();
        if (state == LinkState.UP) {
            List<Runnable> told = List.copyOf(whenStateChanges);
            whenStateChanges.clear();
            told.forEach(Runnable::run);
        }
    }

    /** A message as it goes out. */
    Buffer framed(IsoMessage message) {
        return Buffer.buffer(framing().frame(codec.pack(message)));
    }

    Framing framing() {
        return translator.dialect().framing();
    }

    long after(Duration delay, Runnable action) {
        return tools.vertx().setTimer(Math.max(1, delay.toMillis()), fired -> action.run());
    }

    long every(Duration period, Runnable action) {
        return tools.vertx().setPeriodic(period.toMillis(), fired -> action.run());
    }

    void cancel(long timer) {
        tools.vertx().cancelTimer(timer);
    }

    long nanos() {
        return tools.nanos().getAsLong();
    }

    long jitter(long bound) {
        return tools.jitter().nextLong(bound);
    }

    /** Ends all connections; whoever still waits hears 'silent'. */
    public Uni<Void> close() {
        return Uni.createFrom()
                .emitter(emitter -> loop.runOnContext(now -> {
                    for (LinkConnection connection : connections) {
                        window.keysOn(connection).forEach(key -> silent(key, Silence.CONNECTION_LOST));
                        connection.close();
                    }
                    stateChanged();
                    client.close().onComplete(done -> emitter.complete(null));
                }));
    }
}
