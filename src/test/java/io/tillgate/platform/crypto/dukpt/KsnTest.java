package io.tillgate.platform.crypto.dukpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KsnTest {
    @Test
    void aes_ksn_is_initial_key_id_and_counter() {
        AesKsn ksn = (AesKsn) Ksn.parse(DukptScheme.AES, "1234567890123456ffff0000");

        assertThat(ksn.initialKeyId().hex()).isEqualTo("1234567890123456");
        assertThat(ksn.initialKeyId().bdkId()).isEqualTo(0x12345678);
        assertThat(ksn.counter()).isEqualTo(0xFFFF0000);
        assertThat(ksn.hex()).isEqualTo("1234567890123456FFFF0000");
    }

    @Test
    void tdes_ksn_is_key_set_device_and_a_counter_of_21_bits() {
        TdesKsn ksn = (TdesKsn) Ksn.parse(DukptScheme.TDES, "FFFF9876543210EFF800");

        assertThat(ksn.keySetId()).isEqualTo(0xFFFF987654L);
        assertThat(ksn.counter()).isEqualTo(0xFF800);
        assertThat(ksn.hex()).isEqualTo("FFFF9876543210EFF800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "123456789012345600000000",
                "1234567890123456FFFFFFFF",
                "1234567890123456FFFF0001",
                "12345678901234560001FFFF",
                "12345678901234560000000G",
                "1234567890123456000000010",
                "FFFF9876543210E00001"
            })
    void what_is_no_aes_ksn_is_refused(String hex) {
        assertThatThrownBy(() -> Ksn.parse(DukptScheme.AES, hex))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(CryptoProblem.KSN_INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFFF9876543210E00000",
                "FFFF9876543210FFFFFF",
                "FFFF9876543210E007FF",
                "FFFF9876543210E0000",
                "123456789012345600000001"
            })
    void what_is_no_tdes_ksn_is_refused(String hex) {
        assertThatThrownBy(() -> Ksn.parse(DukptScheme.TDES, hex))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(CryptoProblem.KSN_INVALID));
    }

    @Test
    void stronger_key_than_its_source_is_never_derived() {
        AesKsn ksn = (AesKsn) Ksn.parse("123456789012345600000001");

        assertThatThrownBy(() -> AesDukpt.workingKey(new byte[16], ksn, AesKeyUsage.DATA_ENCRYPTION, AesKeyType.AES256))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
