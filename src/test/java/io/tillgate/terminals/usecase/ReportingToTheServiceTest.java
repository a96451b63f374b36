package io.tillgate.terminals.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalContract;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.TerminalRequest;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the AsyncAPI document says of {@code up/state}, {@code up/cmd}, {@code up/job} and {@code up/get} is what is taken. */
class ReportingToTheServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final TerminalContract CONTRACT = new TerminalContract();
    private static final TerminalIdentity TERMINAL = new TerminalIdentity(
            new TenantId(new UUID(1, 1)),
            new MerchantId(new UUID(3, 3)),
            new MerchantAccountId(new UUID(4, 4)),
            new StoreId(new UUID(5, 5)),
            new TerminalId(ID),
            "12345678",
            "100000000000123");
    private final InMemoryTerminalReports reports = new InMemoryTerminalReports();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ReportedStates states = new ReportedStates(reports, clock);
    private final ReportedEvents events = new ReportedEvents(reports, clock);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"documents\":{\"prices\":0,\"stock\":7},\"software\":\"1.4.2\",\"battery\":100,\"clockOffsetMillis\":-5}",
                "{\"battery\":null,\"uptime\":5}"
            })
    void a_state_as_documented_is_filed(String body) {
        assertThat(mistakes("state", body)).isZero();

        tell(states.handle(request("state", body), () -> {}));

        assertThat(reports.states).containsExactly(new JsonObject(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"documents\":{\"prices\":-1}}",
                "{\"documents\":{\"prices\":\"7\"}}",
                "{\"documents\":{\"prices\":1.5}}",
                "{\"documents\":[]}",
                "{\"documents\":null}",
                "{\"battery\":999}",
                "{\"battery\":-1}",
                "{\"battery\":\"50\"}",
                "{\"software\":7}",
                "{\"clockOffsetMillis\":\"5\"}",
                "{\"clockOffsetMillis\":0.5}",
                "{\"clockOffsetMillis\":null}"
            })
    void another_state_is_schema(String body) {
        assertThat(mistakes("state", body)).isPositive();

        assertThatThrownBy(() -> tell(states.handle(request("state", body), () -> {})))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(TerminalProblem.SCHEMA));

        assertThat(reports.states).isEmpty();
    }

    @Test
    void software_has_sixty_characters_at_most() {
        String longest = new JsonObject().put("software", "x".repeat(60)).encode();
        String longer = new JsonObject().put("software", "x".repeat(61)).encode();

        tell(states.handle(request("state", longest), () -> {}));

        assertThatThrownBy(() -> tell(states.handle(request("state", longer), () -> {})))
                .isInstanceOf(Refusal.class);
        assertThat(mistakes("state", longer)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"outcome\":\"maybe\"}", "{}", "{\"outcome\":true}", "{\"outcome\":\"done\",\"detail\":[]}"})
    void an_answer_to_a_command_is_done_or_failed(String body) {
        reports.commands.add(ID);
        assertThat(mistakes("cmd", body)).isPositive();

        assertThatThrownBy(() -> tell(events.handle(request("cmd", body), () -> {})))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(TerminalProblem.SCHEMA));

        assertThat(reports.answers).isEmpty();
    }

    @Test
    void an_answer_to_a_command_that_was_never_sent_is_refused() {
        var answer = request("cmd", "{\"outcome\":\"done\",\"detail\":\"12 files\"}");
        assertThatThrownBy(() -> tell(events.handle(answer, () -> {})))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(TerminalProblem.NO_SUCH_COMMAND));

        reports.commands.add(ID);
        tell(events.handle(answer, () -> {}));

        assertThat(reports.answers)
                .singleElement()
                .satisfies(a -> assertThat(a.done()).isTrue());
    }

    @Test
    void progress_of_a_job_is_one_of_the_documented_words() {
        tell(events.handle(request("job", "{\"progress\":\"downloading\"}"), () -> {}));

        assertThatThrownBy(() -> tell(events.handle(request("job", "{\"progress\":\"half\"}"), () -> {})))
                .isInstanceOf(Refusal.class);
        assertThat(reports.events).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"prices\",\"since\":-1}",
                "{\"kind\":\"prices\",\"since\":0.5}",
                "{\"kind\":\"prices\",\"since\":1e30}",
                "{\"kind\":\"prices\",\"since\":null}",
                "{\"kind\":\"prices\",\"until\":1}"
            })
    void a_version_to_ask_from_is_a_whole_number_from_0(String body) {
        assertThatThrownBy(() -> DocumentRequests.asked(new JsonObject(body)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(TerminalProblem.SCHEMA));
    }

    private static void tell(Uni<JsonObject> work) {
        work.await().atMost(Duration.ofSeconds(5));
    }

    private static TerminalRequest request(String channel, String body) {
        return new TerminalRequest(
                TERMINAL, false, channel, ID, NOW, NOW.plusSeconds(25), new JsonObject(body), new byte[0]);
    }

    private static int mistakes(String channel, String body) {
        String envelope = "{\"v\":1,\"id\":\"" + ID + "\",\"ts\":\"" + NOW + "\",\"body\":" + body + "}";
        return CONTRACT.mistakes("tillgate/v1/" + ID + "/up/" + channel, envelope)
                .size();
    }
}
