package io.tillgate.platform.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import javax.net.ssl.X509TrustManager;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The second HTTPS server, on the framework's router: it asks for a client certificate and takes requests without one.
 * Both servers would serve every route; {@link ListenerFilter} keeps them apart by local port.
 */
@ApplicationScoped
public class DeviceListener {
    private static final Logger LOG = Logger.getLogger(DeviceListener.class);
    private static final long AGAIN_MILLIS = 2_000;
    private static final int HEADER_BYTES_MAX = 16_384;
    private static final int IDLE_SECONDS = 60;

    private final Vertx vertx;
    private final DeviceConfig config;
    private final ServerTls tls;
    private final Instance<DeviceTrust> trust;
    private @Nullable Router router;
    private volatile @Nullable HttpServer server;
    private volatile int port = -1;
    private volatile boolean stopping;

    DeviceListener(Vertx vertx, DeviceConfig config, ServerTls tls, Instance<DeviceTrust> trust) {
        this.vertx = vertx;
        this.config = config;
        this.tls = tls;
        this.trust = trust;
    }

    /** The port that is listened on, or -1 while it is not. */
    public int port() {
        return port;
    }

    /** Where terminals reach it. */
    public String publicUrl() {
        return config.publicUrl().orElseGet(() -> "https://localhost:" + (port < 0 ? config.port() : port));
    }

    void routes(@Observes Router main) {
        router = main;
    }

    void start(@Observes StartupEvent event) {
        if (tls.certificate().isEmpty() || tls.key().isEmpty() || trust.isUnsatisfied()) {
            LOG.warn("the device listener stays closed: tillgate.tls.certificate and tillgate.tls.key are not set");
            return;
        }
        open();
    }

    private void open() {
        trust.get().trustManager().subscribe().with(this::listen, fault -> {
            LOG.warnf("the device listener waits for the platform's authority: %s", fault.toString());
            again();
        });
    }

    private void listen(X509TrustManager manager) {
        Router routes = router;
        if (stopping || routes == null) {
            return;
        }
        vertx.createHttpServer(options(manager))
                .requestHandler(routes)
                .invalidRequestHandler(RouterProblems::unreadable)
                .listen()
                .onSuccess(opened -> {
                    server = opened;
                    port = opened.actualPort();
                    LOG.infof("device listener on port %d", port);
                })
                .onFailure(fault -> {
                    LOG.errorf("the device listener cannot open port %d: %s", config.port(), fault.getMessage());
                    again();
                });
    }

    private HttpServerOptions options(X509TrustManager manager) {
        var options = new HttpServerOptions().setHost(config.host()).setPort(config.port());
        options.setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertPath(tls.certificate().orElseThrow().toString())
                        .addKeyPath(tls.key().orElseThrow().toString()))
                .setTrustOptions(TrustOptions.wrap(manager))
                .setClientAuth(ClientAuth.REQUEST)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
        options.setIdleTimeout(IDLE_SECONDS).setMaxHeaderSize(HEADER_BYTES_MAX).setUseAlpn(false);
        return options;
    }

    private void again() {
        if (!stopping) {
            vertx.setTimer(AGAIN_MILLIS, ignored -> open());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        HttpServer opened = server;
        if (opened != null) {
            opened.close();
        }
    }
}
