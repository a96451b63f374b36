package io.tillgate.payments.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.platform.crypto.CryptoSettings;
import io.tillgate.platform.crypto.SoftwareSecurityModule;
import io.tillgate.platform.crypto.ZoneKey;
import io.tillgate.platform.crypto.ZoneKeys;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.CardHost;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingAPinKeyTest {
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HostPinKeys keys = new HostPinKeys(new ZoneKeys(
            settings(Map.of("good", HostRig.PIN_KEY, "short", "0011", "nohex", "secret!")),
            new SoftwareSecurityModule(SecretBytes.copyOf(new byte[32]), new SecureRandom())));

    @Test
    void a_host_gets_the_kind_of_key_that_its_dialect_needs() {
        ZoneKey key = keys.of(TENANT, host("unionpay", "good"));

        assertThat(key).isNotNull();
        assertThat(key == null ? "" : key.purpose()).isEqualTo(ZoneKey.Purpose.PIN_TDEA);
        assertThat(keys.problem(TENANT, host("unionpay", "good"))).isEmpty();
    }

    @Test
    void a_host_that_names_none_takes_no_pin_and_that_is_no_mistake() {
        assertThat(keys.of(TENANT, host("unionpay", null))).isNull();
        assertThat(keys.problem(TENANT, host("iso93-ascii", null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unionpay, unheard-of, this deployment has no zone key unheard-of",
        "unionpay, short, length does not fit",
        "unionpay, nohex, is not hex",
        "iso93-ascii, good, carries no PIN",
    })
    void a_key_that_cannot_serve_is_a_mistake_in_the_file(String dialect, String key, String said) {
        assertThat(keys.problem(TENANT, host(dialect, key)))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains(said).doesNotContain("secret!"));
        assertThat(keys.of(TENANT, host(dialect, key))).isNull();
    }

    private static CardHost host(String dialect, @Nullable String key) {
        return new CardHost("primary", "localhost", 1, dialect, 1, new CardHost.Timeouts(SECOND, SECOND, SECOND), key);
    }

    private static CryptoSettings settings(Map<String, String> zoneKeys) {
        return new CryptoSettings() {
            @Override
            public Optional<String> masterKey() {
                return Optional.empty();
            }

            @Override
            public Optional<String> softwareModule() {
                return Optional.empty();
            }

            @Override
            public Map<String, String> zoneKeys() {
                return zoneKeys;
            }
        };
    }
}
