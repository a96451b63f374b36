package io.tillgate.payments.iso8583.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepingCardDataOutOfSightTest {
    private static final String PAN = "6224242900000113";

    @Test
    void a_message_prints_no_card_data() {
        IsoMessage message = IsoMessage.of("0200")
                .with(2, PAN)
                .with(4, "000000000100")
                .with(35, PAN + "=28062013949031013")
                .with(36, "track three " + PAN)
                .with(45, "B" + PAN + "^NAME")
                .with(48, "cvv 123 " + PAN)
                .with(52, "D1EEF419D0AE2609")
                .with(55, Map.of("5A", PAN))
                .with(63, PAN)
                .build();

        assertThat(message.toString())
                .contains("2=622424******0113", "4=000000000100")
                .doesNotContain(PAN, "2806", "NAME", "123 ", "D1EE");
    }

    @Test
    void a_refusal_names_the_place_and_not_the_value() {
        IsoCodec codec = new IsoCodec(Dialects.named("iso87-ascii"));
        byte[] wrong = ("0200" + "4000000000000000" + "16" + "62242429000x0113").getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> codec.unpack(wrong))
                .hasMessage("field 2 at offset 22: character not allowed")
                .hasNoCause();
        assertThatThrownBy(() ->
                        codec.pack(IsoMessage.of("0200").with(2, PAN + PAN).build()))
                .hasMessageContaining("field 2 ")
                .hasMessageNotContainingAny(PAN);
    }
}
