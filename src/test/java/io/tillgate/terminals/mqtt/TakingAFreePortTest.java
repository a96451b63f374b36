package io.tillgate.terminals.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TakingAFreePortTest {
    @Test
    void all_event_loops_listen_on_the_one_port_that_was_free() {
        try (GatewayUnderTest gateway = new GatewayUnderTest(Map.of("tillgate.mqtt.instances", "3"))) {
            assertThat(gateway.port()).isPositive();
        }
    }
}
