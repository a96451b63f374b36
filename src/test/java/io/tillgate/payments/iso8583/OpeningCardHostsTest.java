package io.tillgate.payments.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpeningCardHostsTest {
    private final Vertx vertx = Vertx.vertx();
    private final CardHosts hosts = new CardHosts(vertx, Clock.systemUTC(), new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        hosts.closeAll();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_link_is_found_by_name_until_it_is_closed() {
        HostLink link = hosts.open(config("one", "iso87-ascii"), HostRig::ignore);

        assertThat(hosts.link("one")).containsSame(link);
        assertThat(hosts.all()).containsExactly(link);
        HostRig.await(hosts.close("one"));
        assertThat(hosts.link("one")).isEmpty();
        assertThat(link.state()).isEqualTo(LinkState.CLOSED);
    }

    @Test
    void a_name_is_opened_once() {
        hosts.open(config("one", "iso87-ascii"), HostRig::ignore);

        assertThatThrownBy(() -> hosts.open(config("one", "unionpay"), HostRig::ignore))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_dialect_nobody_knows_is_refused_at_once() {
        assertThatThrownBy(() -> hosts.open(config("one", "morse"), HostRig::ignore))
                .hasMessageContaining("morse");
    }

    private static HostLinkConfig config(String name, String dialect) {
        return HostLinkConfig.usual(name, new HostLinkConfig.Address("127.0.0.1", 1), dialect, HostRig.at("00000001"));
    }
}
