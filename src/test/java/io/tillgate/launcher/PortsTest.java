package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void without_variables_everything_is_where_the_guide_says() {
        Ports ports = Ports.from(Map.of());

        assertThat(Stream.of(Ports.Use.values()).map(ports::of))
                .containsExactly(8080, 8443, 8444, 8883, 5433, 8180, 8190, 8191, 8583, 8584);
    }

    @Test
    void a_variable_moves_one_port() {
        Ports ports = Ports.from(Map.of("TILLGATE_MQTT_PORT", " 18883 "));

        assertThat(ports.of(Ports.Use.MQTT)).isEqualTo(18883);
        assertThat(ports.of(Ports.Use.HTTP)).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "http", "80 80", "99999999999"})
    void what_is_no_port_is_refused_by_name(String text) {
        assertThatThrownBy(() -> Ports.from(Map.of("TILLGATE_DEVICE_PORT", text)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("TILLGATE_DEVICE_PORT")
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void one_port_for_two_listeners_is_refused_with_both_variables() {
        assertThatThrownBy(() -> Ports.from(Map.of("TILLGATE_HTTP_PORT", "8883")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("TILLGATE_HTTP_PORT")
                .hasMessageContaining("TILLGATE_MQTT_PORT");
    }

    @Test
    void a_port_taken_on_one_address_only_is_taken() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = Integer.toString(socket.getLocalPort());
            Ports ports = Ports.from(Map.of("TILLGATE_PG_PORT", taken));

            assertThatThrownBy(() -> ports.requireFree(List.of(Ports.Use.POSTGRES)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("port " + taken + " for PostgreSQL is taken: stop what listens there or set"
                            + " TILLGATE_PG_PORT to another port");
        }
    }
}
