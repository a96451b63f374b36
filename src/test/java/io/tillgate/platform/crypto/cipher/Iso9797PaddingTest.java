package io.tillgate.platform.crypto.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Iso9797PaddingTest {
    @Test
    void method_2_comes_off_again_at_every_length() {
        for (int length = 0; length < 40; length++) {
            byte[] data = new byte[length];

            byte[] padded = Iso9797Padding.METHOD_2.pad(data, 16);

            assertThat(padded.length % 16).isZero();
            assertThat(Iso9797Padding.removeMethod2(padded, 16)).hasValue(data);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000000000000000",
                "0102030405060708",
                "8000000000000001",
                "80000000000000000000000000000000",
                "01800000000000"
            })
    void what_method_2_never_writes_is_refused(String hex) {
        assertThat(Iso9797Padding.removeMethod2(Hex.secret(hex), 8)).isEmpty();
    }
}
