package io.tillgate.terminals.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.mqtt.Envelope.Reading.Read;
import io.tillgate.terminals.mqtt.Envelope.Reading.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ID = "0198a000-0000-7000-8000-000000000001";
    private static final String HEAD = "{\"v\":1,\"id\":\"" + ID + "\",\"ts\":\"2026-11-22T11:59:59.5Z\"";

    @Test
    void a_whole_envelope_is_read() {
        Envelope envelope = read(HEAD + ",\"exp\":\"2026-11-22T12:00:10Z\",\"seq\":7,\"body\":{\"a\":1}}");

        assertThat(envelope.id()).isEqualTo(UUID.fromString(ID));
        assertThat(envelope.sentAt()).isEqualTo(Instant.parse("2026-11-22T11:59:59.5Z"));
        assertThat(envelope.expiresAt()).isEqualTo(Instant.parse("2026-11-22T12:00:10Z"));
        assertThat(envelope.sequence()).isEqualTo(7);
        assertThat(envelope.body().getInteger("a")).isEqualTo(1);
    }

    @Test
    void without_exp_it_expires_25_seconds_after_receipt() {
        assertThat(read(HEAD + ",\"body\":{}}").expiresAt()).isEqualTo(NOW.plusSeconds(25));
    }

    @Test
    void an_expiry_far_away_is_brought_near() {
        assertThat(read(HEAD + ",\"exp\":\"2099-01-01T00:00:00Z\",\"body\":{}}").expiresAt())
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void a_passed_expiry_is_for_the_handler_to_judge() {
        assertThat(read(HEAD + ",\"exp\":\"2026-11-22T11:00:00Z\",\"body\":{}}").expiresAt())
                .isBefore(NOW);
    }

    @Test
    void the_hash_ignores_order_spaces_and_the_frame() {
        Envelope one = read(HEAD + ",\"seq\":1,\"body\":{\"a\":1.0,\"b\":[1,2]}}");
        Envelope two =
                read("{\"body\": {\"b\": [1, 2], \"a\": 1}, \"ts\":\"2026-11-22T13:00:00+01:00\", \"v\":1, \"id\":\""
                        + ID + "\"}");
        Envelope other = read(HEAD + ",\"body\":{\"a\":2,\"b\":[1,2]}}");

        assertThat(one.hash()).isEqualTo(two.hash()).isNotEqualTo(other.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"v\":1}",
                "{\"v\":\"1\",\"id\":\"" + ID + "\",\"ts\":\"2026-11-22T12:00:00Z\",\"body\":{}}",
                "{\"v\":1.0,\"id\":\"" + ID + "\",\"ts\":\"2026-11-22T12:00:00Z\",\"body\":{}}",
                "{\"v\":1,\"id\":\"1-1-1-1-1\",\"ts\":\"2026-11-22T12:00:00Z\",\"body\":{}}",
                "{\"v\":1,\"id\":\"" + ID + "\",\"ts\":\"yesterday\",\"body\":{}}",
                "{\"v\":1,\"id\":\"" + ID + "\",\"ts\":1763812800,\"body\":{}}",
                HEAD + ",\"body\":[]}",
                HEAD + ",\"body\":null}",
                HEAD + ",\"seq\":-1,\"body\":{}}",
                HEAD + ",\"seq\":1.5,\"body\":{}}",
                HEAD + ",\"exp\":null,\"body\":{}}",
                HEAD + ",\"extra\":1,\"body\":{}}",
                HEAD + ",\"body\":{}} trailing",
                HEAD + ",\"body\":{\"a\":1,\"a\":2}}",
                HEAD + ",\"body\":{\"a\":1e999}}",
                HEAD + ",\"body\":{\"a\":01}}",
                HEAD + ",\"body\":{\"a\":[\"b\\u0000\"]}}",
                HEAD + ",\"body\":{\"a\\u0000\":1}}",
                HEAD + ",\"body\":{\"a\":\"\\ud83d\"}}",
                HEAD + ",\"body\":{\"a\":{\"\\ude00\\ud83d\":1}}}",
                HEAD + ",\"exp\":\"+10000-01-01T00:00:00Z\",\"body\":{}}",
                HEAD + ",\"exp\":\"2026-11-22T12:00:00+01:00:30\",\"body\":{}}",
                "\uFEFF" + HEAD + ",\"body\":{}}"
            })
    void what_is_not_of_the_documented_shape_is_schema(String payload) {
        assertThat(problem(payload)).isEqualTo(TerminalProblem.SCHEMA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE", "ISO-8859-1"})
    void another_encoding_than_utf_8_is_schema(String encoding) {
        byte[] payload = (HEAD + ",\"body\":{\"a\":\"\u00e9\"}}").getBytes(Charset.forName(encoding));

        assertThat(EnvelopeReader.read(payload, 65_000, NOW))
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.problem()).isEqualTo(TerminalProblem.SCHEMA));
    }

    @Test
    void a_whole_surrogate_pair_is_text_like_any_other() {
        assertThat(read(HEAD + ",\"body\":{\"a\":\"\\ud83d\\ude00\"}}").body().getString("a"))
                .isEqualTo("\ud83d\ude00");
    }

    @Test
    void a_whole_number_with_a_fraction_stays_one_for_whoever_asks_for_a_whole_number() {
        assertThat(read(HEAD + ",\"body\":{\"a\":1.0}}").body().getValue("a")).isInstanceOf(Double.class);
    }

    @Test
    void the_id_is_kept_in_the_letters_it_came_in_and_means_the_same() {
        Envelope upper = read(HEAD.toUpperCase(Locale.ROOT)
                        .replace("\"V\"", "\"v\"")
                        .replace("\"ID\"", "\"id\"")
                        .replace("\"TS\"", "\"ts\"")
                + ",\"body\":{}}");
        Envelope lower = read(HEAD + ",\"body\":{}}");

        assertThat(upper.sentId()).isEqualTo(ID.toUpperCase(Locale.ROOT));
        assertThat(upper.id()).isEqualTo(lower.id());
        assertThat(upper.hash()).isEqualTo(lower.hash());
    }

    @Test
    void another_version_is_named_as_such_before_the_rest_is_looked_at() {
        assertThat(problem("{\"v\":2,\"shape\":\"unknown\"}")).isEqualTo(TerminalProblem.UNSUPPORTED_VERSION);
    }

    @Test
    void the_id_is_told_with_the_mistake_when_it_can_be_read() {
        var reading = EnvelopeReader.read(bytes(HEAD + ",\"body\":1}"), 4096, NOW);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.id()).isEqualTo(ID));
    }

    @Test
    void size_is_looked_at_before_anything_else() {
        var reading = EnvelopeReader.read(new byte[5000], 4096, NOW);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.problem()).isEqualTo(TerminalProblem.TOO_LARGE));
    }

    @Test
    void depth_is_bounded() {
        assertThat(problem(HEAD + ",\"body\":{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}}"))
                .isEqualTo(TerminalProblem.SCHEMA);
    }

    @Test
    void a_mistake_is_described_without_quoting_the_input() {
        var reading = EnvelopeReader.read(bytes("{\"card\":4111111111111111x"), 4096, NOW);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.detail()).doesNotContain("4111"));
    }

    private static Envelope read(String payload) {
        var reading = EnvelopeReader.read(bytes(payload), 65_000, NOW);
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).envelope();
    }

    private static TerminalProblem problem(String payload) {
        var reading = EnvelopeReader.read(bytes(payload), 65_000, NOW);
        assertThat(reading).as(payload).isInstanceOf(Unreadable.class);
        return ((Unreadable) reading).problem();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
