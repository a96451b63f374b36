package io.tillgate.payments.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.crypto.SoftwareSecurityModule;
import io.tillgate.platform.crypto.cipher.BlockCipher;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.platform.crypto.cipher.Iso9797Padding;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.AesDukpt;
import io.tillgate.platform.crypto.dukpt.AesKeyType;
import io.tillgate.platform.crypto.dukpt.AesKeyUsage;
import io.tillgate.platform.crypto.dukpt.AesKsn;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingEncryptedCardTest {
    private static final TenantId TENANT = TenantId.fromString("01890000-0000-7000-8000-000000000001");
    private static final TenantId OTHER = TenantId.fromString("01890000-0000-7000-8000-000000000002");
    private static final String KSN = "000000010000002A00000001";
    private static final String TRACK_2 = "57106210948000000011D30102010000000F";

    private final SecurityModule module =
            new SoftwareSecurityModule(SecretBytes.copyOf(new byte[32]), new SecureRandom());
    private final CardReading reading = new CardReading(module);

    @Test
    void chip_card_is_read_from_track_2_and_sequence_number() {
        OpenedCard card = reading.open(TENANT, enciphered("57106210948000000011D3010201000000005F340101"));

        assertThat(card.pan().digits()).isEqualTo("6210948000000011");
        assertThat(card.expiry().month()).isEqualTo(YearMonth.of(2030, 10));
        assertThat(card.track2()).isNotNull();
        assertThat(card.sequence()).isEqualTo(OptionalInt.of(1));
        assertThat(card.scheme()).isEqualTo(CardScheme.UNIONPAY);
        assertThat(card.mask()).hasToString("621094******0011");
        assertThat(card.toString()).doesNotContain("6210948000000011").doesNotContain("3010");
    }

    @Test
    void keyed_card_is_read_from_number_and_expiry() {
        OpenedCard card = reading.open(TENANT, enciphered("5A0841111111111111115F2403271231"));

        assertThat(card.scheme()).isEqualTo(CardScheme.VISA);
        assertThat(card.expiry().yymm()).isEqualTo("2712");
        assertThat(card.track2()).isNull();
        assertThat(card.sequence()).isEmpty();
    }

    @Test
    void odd_card_number_is_filled_with_f() {
        OpenedCard card = reading.open(TENANT, enciphered("5A08378282246310005F5F2403271231"));

        assertThat(card.pan().digits()).isEqualTo("378282246310005");
        assertThat(card.scheme()).isEqualTo(CardScheme.AMERICAN_EXPRESS);
    }

    @Test
    void one_card_has_one_token_within_a_tenant() {
        OpenedCard chip = reading.open(TENANT, enciphered("5A0841111111111111115F2403271231"));
        Pan pan = new Pan("4111111111111111");

        assertThat(chip.token()).isEqualTo(reading.tokenOf(TENANT, pan)).isNotEqualTo(reading.tokenOf(OTHER, pan));
        assertThat(CardToken.of(chip.token().bytes())).isEqualTo(chip.token());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9C0100",
                "5A084111111111111111",
                "5A0841111111111111125F2403271231",
                "5A0841111111111111115F2403271331",
                "5A0841111111111111115F24022712",
                "5A0841111111111111115F24032712315F3401AA",
                "5A0841111111111111115A0841111111111111115F2403271231",
                "5A0841111111111111115F2403271231" + TRACK_2,
                "5A",
                "57024111"
            })
    void what_no_card_says_is_refused_without_repeating_it(String tlv) {
        assertThatThrownBy(() -> reading.open(TENANT, enciphered(tlv)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isIn(CardProblem.CARD_DATA_UNREADABLE, CardProblem.CARD_NUMBER_INVALID);
                    assertThat(refusal.detail()).doesNotContain("4111");
                });
    }

    @Test
    void card_of_another_tenant_or_altered_card_does_not_open() {
        EncryptedCard card = enciphered(TRACK_2);
        byte[] altered = card.ciphertext().bytes();
        altered[altered.length - 1] ^= 1;

        assertUnreadable(OTHER, card);
        assertUnreadable(TENANT, new EncryptedCard(card.ksn(), SecretBytes.copyOf(altered)));
    }

    @Test
    void members_of_the_message_are_checked() {
        assertCode(CardProblem.KSN_INVALID, "aes-dukpt", "000000010000002A00000000", "00");
        assertCode(CardProblem.KSN_INVALID, "rsa", KSN, "00");
        assertCode(CardProblem.CARD_DATA_UNREADABLE, "aes-dukpt", KSN, "xyz");
        assertCode(CardProblem.CARD_DATA_UNREADABLE, "aes-dukpt", KSN, "00".repeat(513));
    }

    private void assertUnreadable(TenantId tenant, EncryptedCard card) {
        assertThatThrownBy(() -> reading.open(tenant, card))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CardProblem.CARD_DATA_UNREADABLE));
    }

    private static void assertCode(CardProblem problem, String scheme, String ksn, String ciphertext) {
        assertThatThrownBy(() -> EncryptedCard.of(scheme, ksn, ciphertext))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(problem));
    }

    private EncryptedCard enciphered(String tlv) {
        AesKsn ksn = (AesKsn) Ksn.parse(KSN);
        byte[] initial = module.initialKey(TENANT, ksn.initialKeyId()).key().bytes();
        byte[] key = AesDukpt.workingKey(initial, ksn, AesKeyUsage.DATA_ENCRYPTION, AesKeyType.AES128);
        byte[] sent = BlockCipher.AES.encryptCbc(key, Iso9797Padding.METHOD_2.pad(Hex.secret(tlv), 16));
        return EncryptedCard.of("aes-dukpt", KSN, Hex.of(sent));
    }
}
