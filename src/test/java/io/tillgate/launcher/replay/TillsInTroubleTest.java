package io.tillgate.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.simulator.till.Till.Down;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TillsInTroubleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSIONS =
            "{\"body\":{\"documents\":[{\"kind\":\"catalogue\",\"version\":3},{\"kind\":\"prices\",\"version\":2}]}}";
    private static final String COMMAND = "{\"id\":\"c-1\",\"body\":{\"kind\":\"block\"}}";

    private final List<String> trouble = new ArrayList<>();
    private final FakeLine line = new FakeLine();

    @Test
    void a_thing_that_fails_keeps_no_other_from_its_turn_and_is_done_later() {
        List<String> done = new ArrayList<>();
        Tries tries = new Tries(trouble::add);
        List<String> away = new ArrayList<>(List.of("a"));
        List.of("a", "b")
                .forEach(shop -> tries.begin(() -> List.of("1", "2")
                        .forEach(till -> tries.begin(() -> {
                            if (away.contains(shop + till) || away.contains(shop)) {
                                throw new IllegalStateException(shop + " is away");
                            }
                            done.add(shop + till);
                        }))));

        assertThat(done).containsExactly("b1", "b2");
        tries.look();
        away.clear();
        looks(tries, 2);
        assertThat(done).containsExactly("b1", "b2", "a1", "a2");
        looks(tries, 50);
        assertThat(done).hasSize(4);
        assertThat(trouble).containsExactly("a is away");
    }

    @Test
    void what_stays_away_is_asked_ever_more_seldom_but_never_given_up() {
        List<String> asked = new ArrayList<>();
        Tries tries = new Tries(trouble::add);
        tries.begin(() -> {
            asked.add("once");
            throw new IllegalStateException("away");
        });

        looks(tries, 1 + 2 + 4 + 8 + 16 + Tries.PAUSE_MAX + Tries.PAUSE_MAX);
        assertThat(asked).hasSize(8);
        assertThat(trouble).containsExactly("away");
    }

    @Test
    void an_answer_without_a_version_costs_neither_the_next_document_nor_the_command_behind_it() {
        LivingTill till = new LivingTill(() -> line, trouble::add);
        line.say("ver", VERSIONS).say("cmd", COMMAND);
        line.broken.add("catalogue");
        till.look();

        assertThat(line.answered).containsExactly("c-1");
        assertThat(line.told.getLast()).hasToString("{\"prices\":2}");
        line.broken.clear();
        till.look();
        assertThat(line.told.getLast()).hasToString("{\"catalogue\":3,\"prices\":2}");
        assertThat(line.answered).hasSize(1);
        assertThat(trouble).hasSize(1);
    }

    @Test
    void a_document_that_never_comes_is_left_after_a_few_looks() {
        LivingTill till = new LivingTill(() -> line, trouble::add);
        line.say("ver", VERSIONS);
        line.broken.addAll(List.of("catalogue", "prices"));
        IntStream.range(0, 30).forEach(look -> till.look());

        assertThat(line.asked).hasSize(8);
        assertThat(trouble).hasSize(1);
    }

    @Test
    void a_command_is_answered_however_often_that_fails() {
        LivingTill till = new LivingTill(() -> line, trouble::add);
        line.say("cmd", COMMAND);
        line.broken.add("c-1");
        IntStream.range(0, 30).forEach(look -> till.look());
        line.broken.clear();
        till.look();

        assertThat(line.answered).containsExactly("c-1");
    }

    @Test
    void a_command_from_before_the_line_was_lost_is_answered_on_the_next() {
        FakeLine next = new FakeLine();
        List<Supplier<FakeLine>> lines = new ArrayList<>(List.of(() -> line, () -> next));
        LivingTill till = new LivingTill(() -> lines.removeFirst().get(), trouble::add);
        line.say("cmd", COMMAND).connected = false;
        till.look();

        assertThat(next.answered).containsExactly("c-1");
        assertThat(next.told).hasSize(1);
    }

    private static void looks(Tries tries, int times) {
        IntStream.range(0, times).forEach(look -> tries.look());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A service that answers without a version, or not at all, where it is broken. */
    private static final class FakeLine implements Line {
        private final List<Down> inbox = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private final List<String> answered = new ArrayList<>();
        private final List<JsonNode> told = new ArrayList<>();
        private boolean connected = true;

        FakeLine say(String topic, String envelope) {
            inbox.add(new Down(topic, json(envelope)));
            return this;
        }

        @Override
        public boolean isConnected() {
            return connected;
        }

        @Override
        public List<Down> take() {
            List<Down> all = List.copyOf(inbox);
            inbox.clear();
            return all;
        }

        @Override
        public JsonNode ask(String channel, ObjectNode body) {
            String kind = body.get("kind").asText();
            asked.add(kind);
            return json(broken.contains(kind) ? "{}" : "{\"version\":%d}".formatted(kind.equals("prices") ? 2 : 3));
        }

        @Override
        public void answer(String id, ObjectNode body) {
            if (broken.contains(id)) {
                throw new IllegalStateException("not acknowledged");
            }
            answered.add(id);
        }

        @Override
        public void tell(String channel, ObjectNode body) {
            told.add(body.get("documents"));
        }

        @Override
        public void close() {}
    }
}
