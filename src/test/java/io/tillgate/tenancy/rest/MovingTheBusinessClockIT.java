package io.tillgate.tenancy.rest;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static io.tillgate.launcher.demo.OpenShop.withCoupon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.simulator.till.Till;
import io.tillgate.stack.People;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.tillgate.tenancy.store.PostgresBusinessClocks;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher moves a tenant's business clock; what is sold then is dated then, and nobody else can do it. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected, or given before each test
class MovingTheBusinessClockIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    Tenants tenants;

    @Inject
    BusinessClock business;

    @Inject
    PostgresBusinessClocks clocks;

    private OpenShop shop;
    private Tenant tenant;
    private ZoneId zone;

    @BeforeEach
    void a_shop() {
        shop = OpenShop.ofThisRun();
        tenant = tenants.bySlug(OpenShop.TENANT).orElseThrow();
        zone = tenant.settings().businessDay().zone();
    }

    @AfterEach
    void real_time_again() {
        launcher().put(path()).then().statusCode(200);
        shop.prove();
    }

    @Test
    void a_sale_and_all_that_follows_from_it_is_dated_by_it() {
        LocalDate day = LocalDate.now(zone).minusDays(3);
        Instant ten = day.atTime(LocalTime.of(10, 0)).atZone(zone).toInstant();
        move(ten);
        Article article = shop.article(1000);
        Lane lane = shop.lane();
        String request = Till.newId();

        JsonNode answer = lane.ask(request, cardSale(basket(article, 2), lane));

        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
        JsonNode payment = shop.asOwner(
                        "/api/v1/payments/" + answer.get("paymentId").asText())
                .get("payment");
        assertThat(payment.get("businessDate").asText()).isEqualTo(day.toString());
        near(ten, payment.get("createdAt"));
        JsonNode sale = shop.asOwner("/api/v1/sales/" + payment.get("sale").asText());
        assertThat(sale.get("businessDate").asText()).isEqualTo(day.toString());
        near(ten, sale.get("createdAt"));
        assertThat(answer.get("receipt").toString()).contains(day.toString());
        near(ten, movement(article).get("recordedAt"));
        move(ten.plus(Duration.ofHours(1)));
        assertThat(lane.ask(undo("void", request)).get("outcome").asText()).isEqualTo("approved");
        lane.till().close();
    }

    @Test
    void a_payment_of_a_day_that_is_over_is_not_voided() {
        Instant yesterday = LocalDate.now(zone)
                .minusDays(1)
                .atTime(LocalTime.of(10, 0))
                .atZone(zone)
                .toInstant();
        move(yesterday);
        Article article = shop.article(1000);
        Lane lane = shop.lane();
        String request = Till.newId();
        lane.ask(request, cardSale(basket(article, 1), lane));
        launcher().put(path()).then().statusCode(200);

        JsonNode answer = lane.ask(undo("void", request));

        assertThat(answer.get("outcome").asText()).as(answer::toString).isNotEqualTo("approved");
        lane.till().close();
    }

    @Test
    void a_coupon_that_begins_today_is_not_valid_days_ago() {
        Article article = shop.article(1000);
        String code = shop.coupon();
        Lane lane = shop.lane();
        move(Instant.now().minus(Duration.ofDays(2)));
        shop.price(article.sku(), 1000);

        ObjectNode sale = cardSale(withCoupon(basket(article, 1), code), lane);
        JsonNode before = lane.ask(sale);
        launcher().put(path()).then().statusCode(200);
        JsonNode now = lane.ask(cardSale(withCoupon(basket(article, 1), code), lane));

        assertThat(before.get("outcome").asText()).as(before::toString).isEqualTo("error");
        assertThat(now.get("outcome").asText()).as(now::toString).isEqualTo("approved");
        lane.till().close();
    }

    @Test
    void only_the_launcher_can_read_or_move_it() {
        for (String token : new String[] {
            People.operator().token(),
            People.of("harbour", "acquirer-admin").token(),
            People.of("harbour", "merchant-owner").token()
        }) {
            RequestSpecification person =
                    RestAssured.given().auth().preemptive().oauth2(token);
            assertThat(person.get(path()).statusCode()).isEqualTo(404);
            assertThat(person.queryParam("at", Instant.now().minusSeconds(600).toString())
                            .put(path())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(RestAssured.given()
                        .header(BusinessClockDoor.SECRET, "guess")
                        .put(path())
                        .statusCode())
                .isEqualTo(404);
        assertThat(launcher().put(path().replace(OpenShop.TENANT, "nobody")).statusCode())
                .isEqualTo(404);
        assertThat(launcher()
                        .relaxedHTTPSValidation()
                        .baseUri("https://localhost")
                        .port(Integer.parseInt(System.getProperty("tillgate.device.port")))
                        .get(path())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Duration.between(business.now(tenant.id()), Instant.now())).isLessThan(A_MINUTE);
    }

    @Test
    void what_is_no_time_or_too_long_ago_is_refused() {
        assertThat(launcher().queryParam("at", "yesterday").put(path()).statusCode())
                .isEqualTo(400);
        assertThat(launcher()
                        .queryParam(
                                "at", Instant.now().minus(Duration.ofDays(46)).toString())
                        .put(path())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void another_replica_sees_it_within_a_second() {
        clocks.set(tenant.id(), Duration.ofDays(4)).await().atMost(A_MINUTE);

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Duration.between(business.now(tenant.id()), Instant.now()))
                        .isGreaterThan(Duration.ofDays(3)));
    }

    private JsonNode movement(Article article) {
        for (JsonNode movement : shop.asOwner("/api/v1/stock/movements?store=" + shop.store() + "&sku=" + article.sku())
                .get("items")) {
            if (movement.get("sku").asText().equals(article.sku())
                    && movement.get("reason").asText().equals("sale")) {
                return movement;
            }
        }
        throw new AssertionError("no stock moved of " + article);
    }

    private void move(Instant to) {
        launcher().queryParam("at", to.toString()).put(path()).then().statusCode(200);
    }

    private static void near(Instant expected, JsonNode at) {
        assertThat(Instant.parse(at.asText())).isBetween(expected, expected.plus(A_MINUTE));
    }

    private static String path() {
        return "/embedded/business-clock/" + OpenShop.TENANT;
    }

    private static RequestSpecification launcher() {
        return RestAssured.given()
                .header(BusinessClockDoor.SECRET, System.getProperty("tillgate.embedded.clock-secret"));
    }
}
