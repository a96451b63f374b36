package io.tillgate.terminals.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tillgate.terminals.TerminalsConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingWhereToConnectTest {
    @Test
    void a_free_port_is_told_as_it_was_found() {
        MqttAddress address = new MqttAddress(config(Map.of()), 0);
        address.listening(40_123);

        assertThat(address.text()).isEqualTo("localhost:40123");
    }

    @Test
    void what_is_configured_is_told_whatever_is_listened_on() {
        MqttAddress address =
                new MqttAddress(config(Map.of("tillgate.terminals.mqtt-address", "mqtt.example:443")), 8_883);
        address.listening(8_883);

        assertThat(address.text()).isEqualTo("mqtt.example:443");
    }

    private static TerminalsConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(TerminalsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(
                        java.time.Duration.class,
                        200,
                        text -> java.time.Duration.parse(text.matches("[0-9]+[dD]") ? "P" + text : "PT" + text))
                .build()
                .getConfigMapping(TerminalsConfig.class);
    }
}
