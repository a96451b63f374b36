package io.tillgate.payments;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.payments.store.EvidenceStore;
import io.tillgate.payments.store.EvidenceStore.Evidence;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.tillgate.simulator.till.Till;
import io.tillgate.tenancy.Tenants;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that is silent, late, unreadable, gone: the till gets one answer, the cardholder is never charged for a no. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class ACardHostThatErrsIT {
    private static final Duration REVERSED_WITHIN = Duration.ofSeconds(20);

    @Inject
    TenantTransaction transactions;

    @Inject
    Tenants tenants;

    @Inject
    EvidenceStore evidence;

    private OpenShop shop;
    private Lane lane;
    private Article article;

    @BeforeEach
    void a_till_and_an_article() {
        shop = OpenShop.ofThisRun();
        lane = shop.lane();
        article = shop.article(1000);
    }

    @AfterEach
    void the_ledger_is_proved() {
        shop.host().behave();
        shop.prove();
        lane.till().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "garble", "disconnect", "lose-request"})
    void without_an_answer_that_can_be_read_nothing_is_taken_and_it_is_reversed(String fault) {
        shop.host().misbehave(fault, "0200", lane);
        String id = Till.newId();
        ObjectNode sale = cardSale(basket(article, 1), lane);

        JsonNode answer = notTaken(lane.ask(id, sale));

        assertThat(lane.ask(id, sale)).isEqualTo(answer);
        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(duties(answer)).containsExactly("answered"));
        assertThat(shop.host().charged(lane)).isZero();
        assertThat(shop.stock(article)).isEqualTo(100);
        assertThat(lane.ask(cardSale(basket(article, 1), lane)).get("outcome").asText())
                .as("the next sale")
                .isEqualTo("approved");
    }

    @Test
    void an_approval_that_comes_too_late_is_evidence_and_changes_nothing() {
        ObjectNode late = OpenShop.json().put("fault", "late").put("delayMillis", 4_000);
        late.putObject("match").put("mti", "0200").put("terminal", lane.number());
        shop.host().order(late);
        String id = Till.newId();
        ObjectNode sale = cardSale(basket(article, 1), lane);

        JsonNode answer = notTaken(lane.ask(id, sale));

        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(evidence(answer)).contains("late:00"));
        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(duties(answer)).containsExactly("answered"));
        assertThat(lane.ask(id, sale)).isEqualTo(answer);
        assertThat(shop.host().charged(lane)).isZero();
    }

    @Test
    void an_approval_that_comes_after_the_host_knew_of_nothing_to_reverse_is_reversed_again() {
        shop.host().misbehave("drop", "0200", lane);
        JsonNode sale = notTaken(lane.ask(cardSale(basket(article, 1), lane)));
        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(duties(sale)).containsExactly("answered"));
        sql("update host_duty set response_code = '25' where payment_id = $1", paymentId(sale));

        evidence.keep(demoTenant(), LocalDate.now(ZoneOffset.UTC), lateApproval(sale))
                .await()
                .atMost(REVERSED_WITHIN);

        assertThat(evidence(sale)).contains("late:00");
        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(dutyAnswers(sale)).containsExactly("00"));
    }

    @Test
    void an_advice_that_is_said_again_gives_no_money_back_twice() {
        String id = Till.newId();
        lane.ask(id, cardSale(basket(article, 1), lane));
        JsonNode refund = lane.ask(undo("refund", id));
        assertThat(refund.get("outcome").asText()).as(refund::toString).isEqualTo("approved");
        // as a host that takes refunds as advices is owed when its answer is lost
        sql(
                "insert into host_duty (tenant_id, payment_id, business_date, merchant_id, kind, reason)"
                        + " select tenant_id, id, business_date, merchant_id, 'repeat', 'ADVICE' from payment where id = $1",
                paymentId(refund));

        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(duties(refund)).containsExactly("answered"));

        assertThat(shop.host().count(lane, "REFUND", "APPROVED")).isEqualTo(1);
    }

    @Test
    void an_answer_given_twice_counts_once() {
        shop.host().misbehave("duplicate", "0200", lane);

        JsonNode answer = lane.ask(cardSale(basket(article, 1), lane));

        assertThat(answer.get("outcome").asText()).isEqualTo("approved");
        assertThat(shop.host().charged(lane)).isEqualTo(1000);
        assertThat(shop.stock(article)).isEqualTo(99);
        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(evidence(answer)).contains("late:00"));
    }

    @Test
    void a_host_that_cannot_be_reached_is_told_at_once_and_owed_nothing() {
        shop.host().order(OpenShop.json().put("fault", "refuse-connections").put("count", 100_000));

        JsonNode answer = lane.ask(cardSale(basket(article, 1), lane));

        assertThat(answer.get("outcome").asText()).isEqualTo("declined");
        if (answer.get("reason").asText().equals("HOST_UNREACHABLE")) {
            assertThat(duties(answer)).isEmpty();
        } else {
            // the link had not noticed yet that it was cut
            assertThat(answer.get("reason").asText()).isEqualTo("NO_HOST_ANSWER");
        }
        assertThat(lane.ask(cardSale(basket(article, 1), lane)).get("reason").asText())
                .isEqualTo("HOST_UNREACHABLE");
        shop.host().behave();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(lane.ask(cardSale(basket(article, 1), lane))
                                .get("outcome")
                                .asText())
                        .isEqualTo("approved"));
        assertThat(shop.host().charged(lane)).isEqualTo(1000);
    }

    @Test
    void a_silent_host_does_not_hold_up_the_till() {
        shop.host().misbehave("drop", "0200", lane);
        Lane other = shop.lane();
        CompletableFuture<JsonNode> waiting = lane.send(Till.newId(), cardSale(basket(article, 1), lane));

        JsonNode cash = lane.ask(cashSale(basket(article, 1)));
        JsonNode elsewhere = other.ask(cardSale(basket(article, 1), other));

        assertThat(waiting).isNotDone();
        assertThat(cash.get("outcome").asText()).isEqualTo("approved");
        assertThat(elsewhere.get("outcome").asText()).isEqualTo("approved");
        notTaken(waiting.join());
        other.till().close();
    }

    /** Also when it says that it does not know (25) what it approved: then the cardholder may well be charged. */
    @ParameterizedTest
    @ValueSource(strings = {"05", "25"})
    void a_reversal_that_the_host_refuses_for_good_is_shown_to_a_person_who_tries_again(String code) {
        ObjectNode no = OpenShop.json().put("fault", "decline").put("responseCode", code);
        no.putObject("match").put("mti", "0400").put("terminal", lane.number());
        shop.host().order(no);
        String id = Till.newId();
        JsonNode sale = lane.ask(id, cardSale(basket(article, 1), lane));
        lane.advise(undo("reversal", id));

        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(listed("abandoned")).contains(paymentId(sale)));
        assertThat(shop.host().charged(lane)).isEqualTo(1000);
        shop.postAsFinance("/api/v1/payments/duties/" + paymentId(sale) + "/retry");

        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(duties(sale)).containsExactly("answered"));
        assertThat(shop.host().charged(lane)).isZero();
    }

    @Test
    void a_reversal_that_is_never_answered_is_shown_to_a_person_after_the_last_try() {
        ObjectNode silence = OpenShop.json().put("fault", "drop").put("count", 100);
        silence.putObject("match").put("terminal", lane.number());
        shop.host().order(silence);
        JsonNode sale = notTaken(lane.ask(cardSale(basket(article, 1), lane)));

        // fifty-nine tries are behind us
        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(duties(sale)).containsExactly("owed"));
        sql("update host_duty set attempts = 59, next_attempt_at = now() where payment_id = $1", paymentId(sale));

        await().atMost(REVERSED_WITHIN)
                .untilAsserted(() -> assertThat(listed("abandoned")).contains(paymentId(sale)));
    }

    private static JsonNode notTaken(JsonNode answer) {
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("declined");
        assertThat(answer.get("reason").asText()).as(answer::toString).isEqualTo("NO_HOST_ANSWER");
        return answer;
    }

    private static String paymentId(JsonNode answer) {
        return answer.get("paymentId").asText();
    }

    private List<String> duties(JsonNode answer) {
        List<String> states = new ArrayList<>();
        shop.asOwner("/api/v1/payments/" + paymentId(answer))
                .get("duties")
                .forEach(duty -> states.add(duty.get("state").asText()));
        return states;
    }

    private List<String> listed(String state) {
        List<String> payments = new ArrayList<>();
        shop.asFinance("/api/v1/payments/duties?limit=200&state=" + state)
                .get("items")
                .forEach(duty -> payments.add(duty.get("payment").asText()));
        return payments;
    }

    private List<String> evidence(JsonNode answer) {
        List<String> found = new ArrayList<>();
        transactions
                .sql(
                        demo(),
                        sql -> sql.preparedQuery("select kind || ':' || coalesce(message->>'responseCode', '') as said"
                                        + " from host_evidence where payment_id = $1")
                                .execute(Tuple.of(UUID.fromString(paymentId(answer)))))
                .await()
                .atMost(REVERSED_WITHIN)
                .forEach(row -> found.add(row.getString("said")));
        return found;
    }

    private void sql(String statement, String payment) {
        transactions
                .sql(demo(), sql -> sql.preparedQuery(statement).execute(Tuple.of(UUID.fromString(payment))))
                .await()
                .atMost(REVERSED_WITHIN);
    }

    private Evidence lateApproval(JsonNode answer) {
        JsonObject said = new JsonObject().put("mti", "0210").put("responseCode", "00");
        return new Evidence("late", said, Integer.valueOf(answer.get("stan").asText()), lane.number());
    }

    private List<String> dutyAnswers(JsonNode answer) {
        List<String> codes = new ArrayList<>();
        transactions
                .sql(
                        demo(),
                        sql -> sql.preparedQuery(
                                        "select response_code from host_duty where payment_id = $1 and state = 'answered'")
                                .execute(Tuple.of(UUID.fromString(paymentId(answer)))))
                .await()
                .atMost(REVERSED_WITHIN)
                .forEach(row -> codes.add(row.getString("response_code")));
        return codes;
    }

    private Scope demo() {
        return Scope.tenant(demoTenant());
    }

    private TenantId demoTenant() {
        return tenants.all().stream()
                .filter(tenant -> tenant.slug().equals("demo"))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
