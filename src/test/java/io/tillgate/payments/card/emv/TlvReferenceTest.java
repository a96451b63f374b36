package io.tillgate.payments.card.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.payments.card.CardProblem;
import io.tillgate.platform.crypto.ReferenceCases;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.shared.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** EMV data as real cards and terminals wrote it. */
class TlvReferenceTest {
    @Test
    void there_are_cases_to_try() {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(25);
    }

    @TestFactory
    Stream<DynamicTest> each_sample_is_read_object_by_object() {
        return samples().stream()
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> {
                    List<Tlv> objects = objects(c);

                    assertThat(objects).hasSize(c.get("tags").size());
                    for (int i = 0; i < objects.size(); i++) {
                        JsonNode expected = c.get("tags").get(i);
                        assertThat(objects.get(i).tagText())
                                .isEqualTo(expected.get("tag").asText());
                        assertThat(objects.get(i).length())
                                .isEqualTo(expected.get("length").asInt());
                        assertThat(Hex.of(objects.get(i).value()))
                                .isEqualTo(expected.get("value").asText());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_sample_is_the_same_after_a_round_trip() {
        return samples().stream()
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> {
                    List<Tlv> parsed = TlvCodec.parse(hex(c));

                    assertThat(TlvCodec.parse(TlvCodec.encode(parsed))).isEqualTo(parsed);
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_sample_with_card_data_is_refused_without_repeating_it() {
        return samples().stream()
                .filter(TlvReferenceTest::holdsCardNumber)
                .map(c -> DynamicTest.dynamicTest(
                        c.get("id").asText(),
                        () -> assertThatThrownBy(() -> ClearCardTags.parseWithout(hex(c)))
                                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                                    assertThat(refusal.code()).isEqualTo(CardProblem.CARD_DATA_IN_CLEAR);
                                    assertThat(refusal.detail()).hasSizeLessThan(80);
                                })));
    }

    private static boolean holdsCardNumber(JsonNode c) {
        for (JsonNode tag : c.get("tags")) {
            if (List.of("56", "57", "5A", "5F20", "5F24", "9F1F", "9F20", "9F6B")
                    .contains(tag.get("tag").asText())) {
                return true;
            }
        }
        return false;
    }

    /** Samples of whole templates list what is inside. */
    private static List<Tlv> objects(JsonNode c) {
        List<Tlv> parsed = TlvCodec.parse(hex(c));
        return c.has("template") ? parsed.getFirst().children() : parsed;
    }

    private static List<JsonNode> samples() {
        return ReferenceCases.of("emv", c -> c.has("hex") && c.has("tags"));
    }

    private static byte[] hex(JsonNode c) {
        return Hex.secret(c.get("hex").asText());
    }
}
