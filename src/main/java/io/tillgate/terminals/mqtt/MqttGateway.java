package io.tillgate.terminals.mqtt;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.http.DeviceTrust;
import io.tillgate.platform.http.ServerTls;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.authority.TerminalTrust;
import io.tillgate.terminals.usecase.CertificateAuthorities;
import io.tillgate.terminals.usecase.MqttAddress;
import io.tillgate.terminals.usecase.TenantRules;
import io.tillgate.terminals.usecase.TerminalOutbox;
import io.tillgate.terminals.usecase.TerminalSessions;
import io.tillgate.terminals.usecase.WakeUps;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.X509TrustManager;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the gateway when the service starts, and takes leave of every terminal when it stops. */
@ApplicationScoped
public class MqttGateway implements DeviceTrust {
    private static final Logger LOG = Logger.getLogger(MqttGateway.class);
    private static final long AGAIN_MILLIS = 2_000;

    private final Vertx vertx;
    private final GatewayConfig config;
    private final ServerTls tls;
    private final CertificateAuthorities authorities;
    private final Clock clock;
    private final Jobs jobs;
    private final WakeUps wakeUps;
    private final MqttAddress address;
    private final Gateway gateway;
    private volatile @Nullable RunningGateway running;
    private volatile boolean stopping;

    MqttGateway(
            Vertx vertx,
            GatewayConfig config,
            ServerTls tls,
            CertificateAuthorities authorities,
            Clock clock,
            Jobs jobs,
            WakeUps wakeUps,
            MqttAddress address,
            TerminalSessions sessions,
            TerminalOutbox outbox,
            TenantRules tenants,
            MeterRegistry registry,
            Ids ids,
            @All List<TerminalMessageHandler> handlers) {
        this.vertx = vertx;
        this.config = config;
        this.tls = tls;
        this.authorities = authorities;
        this.clock = clock;
        this.jobs = jobs;
        this.wakeUps = wakeUps;
        this.address = address;
        var local = new LocalSessions();
        this.gateway = new Gateway(
                vertx,
                UUID.randomUUID().toString(),
                config,
                clock,
                ids,
                sessions,
                outbox,
                wakeUps,
                new Uplinks(vertx, handlers),
                local,
                new RateLimits(config, tenants),
                tenants,
                authorities.intermediates(),
                new GatewayMetrics(registry, local));
    }

    /** The port that is listened on, or -1 while it is not. */
    public int port() {
        RunningGateway now = running;
        return now == null ? -1 : now.port();
    }

    /** Judges client certificates for the device listener too. */
    @Override
    public Uni<X509TrustManager> trustManager() {
        return authorities
                .root()
                .map(root -> new TerminalTrust(
                        root, authorities.intermediates(), clock, gateway.metrics()::handshakeRefused));
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled() || tls.certificate().isEmpty() || tls.key().isEmpty()) {
            LOG.warn("MQTT stays closed: it is disabled, or tillgate.tls.certificate and tillgate.tls.key are not set");
            return;
        }
        var pulsing = new Pulsing(gateway);
        wakeUps.listen(pulsing::wake);
        jobs.everyOnEachReplica("terminal pulse", config.pulse(), () -> {
            pulsing.round();
            return Uni.createFrom().voidItem();
        });
        open();
    }

    private void open() {
        var key = new PemKeyCertOptions()
                .addCertPath(tls.certificate().orElseThrow().toString())
                .addKeyPath(tls.key().orElseThrow().toString());
        trustManager()
                .chain(trust -> Uni.createFrom()
                        .completionStage(() -> RunningGateway.open(gateway, key, TrustOptions.wrap(trust))
                                .toCompletionStage()))
                .subscribe()
                .with(
                        opened -> {
                            running = opened;
                            address.listening(opened.port());
                            LOG.infof("MQTT on port %d", opened.port());
                        },
                        fault -> {
                            LOG.errorf("MQTT cannot be opened yet: %s", fault.toString());
                            if (!stopping) {
                                vertx.setTimer(AGAIN_MILLIS, ignored -> open());
                            }
                        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        RunningGateway now = running;
        if (now != null) {
            now.drain();
        }
    }
}
