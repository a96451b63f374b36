package io.tillgate.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoftwareModulePolicyTest {
    private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);

    @Test
    void runs_under_the_embedded_profile_without_a_word() {
        assertThat(SoftwareModulePolicy.masterKey(settings(KEY, null), true).length())
                .isEqualTo(32);
        assertThat(SoftwareModulePolicy.warns(true)).isFalse();
    }

    @Test
    void runs_elsewhere_only_when_accepted_by_name_and_warns() {
        assertThat(SoftwareModulePolicy.masterKey(settings(KEY, "accepted"), false)
                        .length())
                .isEqualTo(32);
        assertThat(SoftwareModulePolicy.warns(false)).isTrue();
        assertThatThrownBy(() -> SoftwareModulePolicy.masterKey(settings(KEY, null), false))
                .hasMessageContaining("tillgate.crypto.software-module=accepted");
        assertThatThrownBy(() -> SoftwareModulePolicy.masterKey(settings(KEY, "true"), false))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wrong_master_key_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> SoftwareModulePolicy.masterKey(settings(null, null), true))
                .hasMessageContaining("master-key is missing");
        assertThatThrownBy(() -> SoftwareModulePolicy.masterKey(settings("c0ffee", null), true))
                .hasMessageContaining("64 hex digits")
                .hasMessageNotContaining("c0ffee");
        assertThatThrownBy(() -> SoftwareModulePolicy.masterKey(settings("nohex", null), true))
                .hasNoCause()
                .hasMessageNotContaining("nohex");
    }

    private static CryptoSettings settings(@Nullable String masterKey, @Nullable String softwareModule) {
        return new CryptoSettings() {
            @Override
            public Optional<String> masterKey() {
                return Optional.ofNullable(masterKey);
            }

            @Override
            public Optional<String> softwareModule() {
                return Optional.ofNullable(softwareModule);
            }

            @Override
            public Map<String, String> zoneKeys() {
                return Map.of();
            }
        };
    }
}
