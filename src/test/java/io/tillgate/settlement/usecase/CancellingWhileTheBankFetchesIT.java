package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Paying.key;
import static io.tillgate.settlement.usecase.Trade.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.bank.BankStand;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.stack.People;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our people cancel payouts while the bank comes for their file, all over HTTP: each payout is cancelled and not in the
 * file, or in the file and not cancelled.
 */
@QuarkusTest
class CancellingWhileTheBankFetchesIT {
    private static final Caller ANNA = Trade.staff("anna");
    private static final Caller BEN = Trade.staff("ben");
    private static final int ROUNDS = 6;
    private static final int PAYOUTS = 12;
    private static final int FETCHES = 2;
    private static final int OK = 200;
    private static final int GONE = 404;
    private static final int CONFLICT = 409;

    @Inject
    Trade trade;

    @Inject
    Settlements settlements;

    @Inject
    Payouts payouts;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    /** What was said to somebody: a payout's cancellation, or the fetch where it is null. */
    private record Said(@Nullable UUID payout, int status, String body) {}

    @Test
    void a_payout_is_cancelled_or_in_the_file_and_never_both_or_neither() throws Exception {
        Random order = new Random(20_261_122);
        String finance = People.of("harbour", "finance").token();
        String bank = BankStand.tokenOf("harbour");
        int cancelled = 0;
        int fetched = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RunView run = cut();
            PayoutSelection all = new PayoutSelection.OfRun(run.id());
            payouts.sign(ANNA, key(), all).await().atMost(SOON);
            String message = payouts.release(BEN, key(), all)
                    .await()
                    .atMost(SOON)
                    .files()
                    .getFirst()
                    .messageId();
            List<PayoutView> made = ofRun(run);

            List<Said> said = race(order, made, message, finance, bank);

            Map<UUID, Integer> answers = new HashMap<>();
            for (Said each : said) {
                if (each.payout != null) {
                    answers.put(each.payout, each.status);
                }
            }
            List<String> xml = said.stream()
                    .filter(each -> each.payout == null)
                    .map(each -> each.status == OK ? each.body : "")
                    .distinct()
                    .toList();
            assertThat(xml).as("every fetch is the same file").hasSize(1);
            long total = 0;
            for (PayoutView payout : ofRun(run)) {
                boolean out = payout.state().equals("cancelled");
                String endToEnd = payout.attempts().getFirst().endToEndId();
                assertThat(xml.getFirst().contains(endToEnd)).as(payout.state()).isNotEqualTo(out);
                assertThat(answers.get(payout.id())).isEqualTo(out ? OK : CONFLICT);
                assertThat(payout.state()).isIn("cancelled", "fetched");
                total += out ? 0 : payout.amount().value();
                cancelled += out ? 1 : 0;
                fetched += out ? 0 : 1;
            }
            if (!xml.getFirst().isEmpty()) {
                assertThat(xml.getFirst())
                        .contains(String.format("<CtrlSum>%d.%02d</CtrlSum>", total / 100, total % 100));
            }
            trade.prove();
        }
        assertThat(cancelled).as("some were early enough").isPositive();
        assertThat(fetched).as("and some were not").isPositive();
    }

    private RunView cut() {
        settlements.cutOff(ANNA, key()).await().atMost(SOON);
        List<Taken> sales = new ArrayList<>();
        trade.open(PAYOUTS).forEach(shop -> sales.add(Taken.sale(shop, 5_000 + 111L * sales.size(), 17)));
        trade.take(sales);
        return settlements.cutOff(ANNA, key()).await().atMost(SOON);
    }

    private List<PayoutView> ofRun(RunView run) {
        return payouts.list(ANNA, new Payouts.Filter(null, run.id(), null, null, null), new PageRequest(200, null))
                .await()
                .atMost(SOON)
                .items();
    }

    private static List<Said> race(Random order, List<PayoutView> made, String message, String finance, String bank)
            throws Exception {
        List<Callable<Said>> acts = new ArrayList<>();
        made.forEach(payout -> acts.add(() -> said(
                payout.id(),
                as(finance)
                        .header("Idempotency-Key", key())
                        .contentType("application/json")
                        .body(Map.of("reason", "stop"))
                        .post("/api/v1/payouts/" + payout.id() + "/cancel"))));
        for (int i = 0; i < FETCHES; i++) {
            acts.add(() -> said(null, as(bank).get("/bank/v1/payment-files/" + message)));
        }
        Collections.shuffle(acts, order);
        CyclicBarrier start = new CyclicBarrier(acts.size());
        List<Said> said = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<Said>> running = new ArrayList<>();
            for (Callable<Said> act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            for (Future<Said> each : running) {
                said.add(each.get(SOON.toSeconds(), TimeUnit.SECONDS));
            }
        }
        return said;
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private static Said said(@Nullable UUID payout, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(OK, CONFLICT, GONE);
        return new Said(payout, answer.statusCode(), answer.asString());
    }
}
