package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.settlement.bank.BankStand.Released;
import io.tillgate.simulator.bank.Bank;
import io.tillgate.simulator.bank.BankSettings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated bank, over HTTP, with another XML library. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class ABankThatFetchesAndAnswersIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    BankStand stand;

    private Bank bank;

    @BeforeEach
    void a_bank() throws IOException {
        OpenShop.ofThisRun();
        bank = Bank.start(
                new BankSettings(
                        "127.0.0.1",
                        0,
                        "http://localhost:" + RestAssured.port,
                        System.getProperty("tillgate.identity.url"),
                        Optional.empty(),
                        List.of(),
                        Duration.ofMillis(200),
                        Optional.empty()),
                Clock.systemUTC());
    }

    @AfterEach
    void closes() {
        bank.close();
        OpenShop.ofThisRun().prove();
    }

    @Test
    void payouts_are_paid_whatever_the_bank_does_wrong() {
        for (String fault : List.of("none", "duplicate", "reorder", "both", "batch", "malformed")) {
            if (!fault.equals("none")) {
                order(Map.of("fault", fault));
            }
            Released file = stand.release(1);
            serve();
            awaitState(file, "booked");
        }
        control()
                .body(Map.of("slug", OpenShop.TENANT))
                .post("/statements")
                .then()
                .statusCode(201);
        assertThat(stand.breaks().stream().map(found -> found.kind()))
                .doesNotContain("booked-twice", "statement-balance");
    }

    @Test
    void what_it_rejects_or_sends_back_is_owed_again() {
        Released rejected = stand.release(1);
        order(Map.of("fault", "reject", "reasonCode", "AC06"));
        serve();
        awaitState(rejected, "rejected");

        order(Map.of("fault", "return"));
        Released returned = stand.release(1);
        awaitState(returned, "returned");

        order(Map.of("fault", "other-amount"));
        Released odd = stand.release(1);
        await().atMost(SOON)
                .until(() -> stand.breaks().stream()
                        .anyMatch(found -> found.kind().equals("amount-differs")
                                && odd.payouts().getFirst().equals(found.payout())));
    }

    @Test
    void the_card_host_pays_through_it() {
        Released file = stand.release(1);
        serve();
        var funding = stand.funding(stand.payout(file.payouts().getFirst()).run());

        control()
                .body(Map.of(
                        "slug",
                        OpenShop.TENANT,
                        "amount",
                        funding.expected().value(),
                        "currency",
                        "EUR",
                        "reference",
                        funding.reference()))
                .post("/credits")
                .then()
                .statusCode(201);

        assertThat(stand.funding(funding.run()).state()).isEqualTo("received");
    }

    private void serve() {
        control()
                .body(Map.of(
                        "slug",
                        OpenShop.TENANT,
                        "realm",
                        OpenShop.TENANT,
                        "clientId",
                        "bank",
                        "clientSecret",
                        stand.secret(),
                        "account",
                        "NL91ABNA0417164300"))
                .post("/customers")
                .then()
                .statusCode(201);
    }

    private void order(Map<String, Object> fault) {
        control().body(fault).post("/faults").then().statusCode(201);
    }

    private void awaitState(Released file, String state) {
        await().atMost(SOON).until(() -> stand.state(file.payouts().getFirst()).equals(state));
    }

    private RequestSpecification control() {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .baseUri("http://127.0.0.1")
                .port(bank.controlPort());
    }
}
