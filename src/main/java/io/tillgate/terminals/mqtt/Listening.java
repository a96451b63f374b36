package io.tillgate.terminals.mqtt;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT server on one event loop. Several of them share a port: a server outside a verticle would keep all
 * connections on a single loop.
 */
final class Listening extends AbstractVerticle {
    private static final int BACKLOG = 512;
    private static final int CLIENT_ID_MAX = 64;

    private final Gateway gateway;
    private final KeyCertOptions key;
    private final TrustOptions trust;
    private final int port;
    private @Nullable MqttServer server;

    Listening(Gateway gateway, KeyCertOptions key, TrustOptions trust, int port) {
        this.gateway = gateway;
        this.key = key;
        this.trust = trust;
        this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
        MqttServer own = MqttServer.create(vertx, options());
        server = own;
        own.endpointHandler(endpoint -> Greeting.greet(gateway, endpoint, context))
                .exceptionHandler(fault -> gateway.metrics().connectRefused("client_id"));
        own.listen().onSuccess(listening -> started.complete()).onFailure(started::fail);
    }

    /** Idle timeouts are never set here: the library would add its own handler of the same name and hang. */
    private MqttServerOptions options() {
        var options = new MqttServerOptions();
        options.setHost(gateway.config().host()).setPort(port).setSsl(true);
        options.setKeyCertOptions(key).setTrustOptions(trust).setClientAuth(ClientAuth.REQUIRED);
        options.setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
        options.setAcceptBacklog(BACKLOG).setTcpNoDelay(true);
        options.setMaxMessageSize(Terms.PACKET_MAX)
                .setMaxClientIdLength(CLIENT_ID_MAX)
                .setAutoClientId(false)
                .setTimeoutOnConnect(
                        (int) Math.max(1, gateway.config().connectTimeout().toSeconds()));
        return options;
    }

    @Override
    public void stop(Promise<Void> stopped) {
        MqttServer own = server;
        if (own == null) {
            stopped.complete();
        } else {
            own.close().onComplete(stopped);
        }
    }
}
