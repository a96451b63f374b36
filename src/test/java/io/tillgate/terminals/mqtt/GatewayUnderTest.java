package io.tillgate.terminals.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.Acceptance;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.TerminalRequest;
import io.tillgate.terminals.authority.Authority;
import io.tillgate.terminals.authority.CertifiedTerminal;
import io.tillgate.terminals.authority.Intermediates;
import io.tillgate.terminals.authority.TerminalTrust;
import io.tillgate.terminals.usecase.TenantRules;
import io.tillgate.terminals.usecase.WakeUps;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A real gateway on a free port over real TLS, with stores in memory and a handler that a test replaces. */
final class GatewayUnderTest implements AutoCloseable {
    static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private final Vertx vertx = Vertx.vertx();
    final TestPki pki;
    final Authority tenant;
    final InMemoryTerminalSessions sessions;
    final InMemoryTerminalOutbox outbox = new InMemoryTerminalOutbox();
    final List<TerminalRequest> requests = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final Gateway gateway;
    final Pulsing pulsing;
    private final RunningGateway running;
    static final BiFunction<TerminalRequest, Acceptance, Uni<JsonObject>> ECHO =
            (request, acceptance) -> Uni.createFrom().item(new JsonObject().put("echo", request.body()));
    volatile int messagesPerMinute = 100_000;
    volatile BiFunction<TerminalRequest, Acceptance, Uni<JsonObject>> handler = ECHO;

    GatewayUnderTest() {
        this(new TestPki(), null, Map.of());
    }

    GatewayUnderTest(Map<String, String> settings) {
        this(new TestPki(), null, settings);
    }

    /** Another node of the same platform. */
    GatewayUnderTest(GatewayUnderTest first) {
        this(first.pki, first, Map.of());
    }

    private GatewayUnderTest(
            TestPki pki, @org.jspecify.annotations.Nullable GatewayUnderTest first, Map<String, String> settings) {
        this.pki = pki;
        this.tenant = first == null ? pki.tenant(TENANT) : first.tenant;
        this.sessions = first == null ? new InMemoryTerminalSessions() : first.sessions;
        GatewayConfig config = config(settings);
        var local = new LocalSessions();
        this.gateway = new Gateway(
                vertx,
                UUID.randomUUID().toString(),
                config,
                InstantSource.system(),
                new Ids(),
                sessions,
                outbox,
                new NoWakeUps(),
                new Uplinks(vertx, List.of(new Handler())),
                local,
                new RateLimits(config, new Rules()),
                new Rules(),
                new Intermediates(),
                new GatewayMetrics(metrics, local));
        gateway.intermediates().add(tenant.certificate());
        this.pulsing = new Pulsing(gateway);
        var trust = new TerminalTrust(
                pki.root.certificate(),
                gateway.intermediates(),
                InstantSource.system(),
                gateway.metrics()::handshakeRefused);
        this.running = await(RunningGateway.open(
                gateway,
                KeyCertOptions.wrap(
                        (javax.net.ssl.X509KeyManager) pki.serverKeys().getKeyManagers()[0]),
                TrustOptions.wrap(trust)));
    }

    private static GatewayConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "tillgate.mqtt.port", "0",
                "tillgate.mqtt.instances", "1",
                "tillgate.mqtt.drain", "100ms",
                "tillgate.mqtt.messages-per-second", "500"));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .withConverter(java.time.Duration.class, 200, GatewayUnderTest::duration)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }

    private static java.time.Duration duration(String text) {
        return text.endsWith("ms")
                ? java.time.Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : java.time.Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
    }

    int port() {
        return running.port();
    }

    /** A terminal that is known and whose certificate is allowed. */
    Terminal newTerminal() {
        var id = new TerminalId(UUID.randomUUID());
        TestPki.Device device = pki.device(tenant, id);
        sessions.known.put(
                id,
                new TerminalIdentity(
                        TENANT,
                        new MerchantId(new UUID(3, 3)),
                        new MerchantAccountId(new UUID(4, 4)),
                        new StoreId(new UUID(5, 5)),
                        id,
                        "12345678",
                        "100000000000123"));
        sessions.allowed.put(id, Set.of(CertifiedTerminal.serialOf(device.certificate())));
        return new Terminal(id, device);
    }

    record Terminal(TerminalId id, TestPki.Device device) {
        String up(String channel) {
            return "tillgate/v1/" + id + "/up/" + channel;
        }

        String dn(String channel) {
            return "tillgate/v1/" + id + "/dn/" + channel;
        }
    }

    Mqtt5ClientBuilder five(Terminal terminal) {
        return MqttClient.builder()
                .identifier(terminal.id().toString())
                .serverHost("localhost")
                .serverPort(port())
                .sslConfig(ssl(terminal.device()))
                .useMqttVersion5();
    }

    Mqtt5BlockingClient connected5(Terminal terminal) {
        Mqtt5BlockingClient client = five(terminal).buildBlocking();
        client.connect();
        return client;
    }

    MqttClientSslConfig ssl(TestPki.Device device) {
        return MqttClientSslConfig.builder()
                .keyManagerFactory(device.keys())
                .trustManagerFactory(pki.serverTrust())
                .build();
    }

    static JsonObject envelope(JsonObject body) {
        return new JsonObject()
                .put("v", 1)
                .put("id", UUID.randomUUID().toString())
                .put("ts", java.time.Instant.now().toString())
                .put("body", body);
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void drain() {
        running.drain();
    }

    @Override
    public void close() {
        running.drain();
        await(vertx.close());
    }

    private final class Handler implements TerminalMessageHandler {
        @Override
        public Set<String> channels() {
            return Set.of("auth", "adv", "get", "state", "evt", "lwt");
        }

        @Override
        public Uni<JsonObject> handle(TerminalRequest request, Acceptance acceptance) {
            requests.add(request);
            return handler.apply(request, acceptance);
        }
    }

    private final class Rules implements TenantRules {
        @Override
        public OptionalInt messagesPerMinute(TenantId tenant) {
            return OptionalInt.of(messagesPerMinute);
        }

        @Override
        public boolean isSuspended(TenantId tenant) {
            return sessions.suspended.contains(tenant);
        }

        @Override
        public String label(TenantId tenant) {
            return "tenant";
        }
    }

    /** Loses every wake-up: what is proved here holds without them. */
    private static final class NoWakeUps implements WakeUps {
        @Override
        public void wake(TerminalId terminal) {}

        @Override
        public void listen(Consumer<TerminalId> listener) {}
    }
}
