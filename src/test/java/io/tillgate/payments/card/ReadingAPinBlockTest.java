package io.tillgate.payments.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.crypto.SoftwareSecurityModule;
import io.tillgate.platform.crypto.ZoneKey;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;
import io.tillgate.platform.crypto.dukpt.TdesDukpt;
import io.tillgate.platform.crypto.dukpt.TdesKeyUsage;
import io.tillgate.platform.crypto.dukpt.TdesKsn;
import io.tillgate.platform.crypto.pin.Pin;
import io.tillgate.platform.crypto.pin.PinBlockFormat;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.simulator.till.TillKeys;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAPinBlockTest {
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Pan PAN = new Pan("4111111111111111");
    private static final SecretBytes ZONE = SecretBytes.ofHex("0123456789ABCDEFFEDCBA9876543210");
    private static final InitialKeyId DEVICE = InitialKeyId.of(0x54474C54, 0x12345678);
    private static final TdesKsn TDES = new TdesKsn(0xFFFF987654L, 0x3210E00000L, 5);

    private final SecurityModule module =
            new SoftwareSecurityModule(SecretBytes.copyOf(new byte[32]), new SecureRandom());
    private final ZoneKey host = module.wrap(TENANT, ZoneKey.Purpose.PIN_TDEA, ZONE);

    @Test
    void what_a_till_enciphers_under_aes_dukpt_comes_out_under_the_hosts_key() {
        TillKeys.Enciphered typed = till().encipherPin("4711", PAN.digits());

        SecretBytes block = PinBlock.of(4, typed.ksn(), typed.ciphertext()).forHost(module, TENANT, PAN, host);

        assertThat(read(block)).isTrue();
    }

    @Test
    void a_pin_and_its_card_data_may_share_a_serial_number() {
        TillKeys till = till();
        TillKeys.Enciphered data = till.encipher(new byte[] {0x57});
        TillKeys.Enciphered typed = till.encipherPin("4711", PAN.digits(), data);

        assertThat(typed.ksn()).isEqualTo(data.ksn());
        assertThat(read(PinBlock.of(4, typed.ksn(), typed.ciphertext()).forHost(module, TENANT, PAN, host)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"FORMAT_0", "FORMAT_3"})
    void formats_0_and_3_come_under_tdes_dukpt(PinBlockFormat format) {
        byte[] key = TdesDukpt.workingKey(module.initialKey(TENANT, TDES).bytes(), TDES, TdesKeyUsage.PIN_ENCRYPTION);
        byte[] block = format.encipher(key, Pin.of("4711"), PAN.digits(), new SecureRandom());

        SecretBytes forHost =
                PinBlock.of(format.number(), TDES.hex(), Hex.of(block)).forHost(module, TENANT, PAN, host);

        assertThat(read(forHost)).isTrue();
    }

    @Test
    void a_block_for_another_card_is_refused_as_ours() {
        TillKeys.Enciphered typed = till().encipherPin("4711", "5555555555554444");
        PinBlock pin = PinBlock.of(4, typed.ksn(), typed.ciphertext());

        refused(CardProblem.PIN_BLOCK_INVALID, () -> pin.forHost(module, TENANT, PAN, host));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 54474C541234567800000001, 16, PIN_FORMAT_INVALID",
        "2, FFFF9876543210E00005, 16, PIN_FORMAT_INVALID",
        "4, FFFF9876543210E00005, 32, PIN_FORMAT_INVALID",
        "1, 54474C541234567800000001, 32, PIN_FORMAT_INVALID",
        "4294967300, 54474C541234567800000001, 32, PIN_FORMAT_INVALID",
        "4, 54474C541234567800000001, 30, PIN_BLOCK_INVALID",
        "4, 54474C541234567800000001, 31, PIN_BLOCK_INVALID",
        "0, FFFF9876543210E00005, 32, PIN_BLOCK_INVALID",
        "4, 54474C541234567800000000, 32, KSN_INVALID",
        "4, 54474C5412345678, 32, KSN_INVALID"
    })
    void a_wrong_form_is_refused_by_its_own_code(long format, String ksn, int digits, CardProblem problem) {
        refused(problem, () -> PinBlock.of(format, ksn, "A".repeat(digits)));
    }

    @Test
    void it_prints_no_block_and_no_message_repeats_one() {
        PinBlock pin = PinBlock.of(4, "54474C541234567800000001", "AB".repeat(16));

        assertThat(pin.toString()).doesNotContain("AB");
        assertThatThrownBy(() -> PinBlock.of(4, "54474C541234567800000001", "XY".repeat(16)))
                .hasMessageNotContaining("XY");
    }

    private TillKeys till() {
        return new TillKeys(
                DEVICE.hex(), module.initialKey(TENANT, DEVICE).key().hex(), 0);
    }

    private static boolean read(SecretBytes block) {
        try (Pin pin = PinBlockFormat.FORMAT_0.decipher(ZONE.bytes(), block.bytes(), PAN.digits())) {
            return pin.matches("4711");
        }
    }

    private static void refused(CardProblem problem, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(problem));
    }
}
