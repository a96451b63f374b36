package io.tillgate.sales.rest;

import static io.tillgate.onboarding.rest.Applicants.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People.Person;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A program that does not know whether its refund arrived sends it again under the same key. */
@QuarkusTest
class RepeatingARefundIT {
    private final FilledShop shop = FilledShop.ofTheRun();

    @Test
    void the_same_key_gets_the_same_refund_and_another_body_under_it_is_refused() {
        String key = UUID.randomUUID().toString();
        String refund = refund(key, 1).statusCode(200).extract().path("paymentId");

        refund(key, 1).statusCode(200).body("paymentId", equalTo(refund));
        refund(key, 2).statusCode(409).body("code", equalTo("ID_REUSED"));
    }

    @Test
    void the_same_key_of_two_people_is_two_refunds() {
        String key = UUID.randomUUID().toString();
        Person manager = Applicants.newManager(shop.owner());

        String one = refund(key, 1).statusCode(200).extract().path("paymentId");
        String two = refund(manager, key, 1).statusCode(200).extract().path("paymentId");

        assertThat(two).isNotEqualTo(one);
        refund(manager, key, 1).statusCode(200).body("paymentId", equalTo(two));
    }

    @Test
    void without_a_key_nothing_is_paid_back() {
        refund("", 1).statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    }

    private ValidatableResponse refund(String key, long value) {
        return refund(shop.owner(), key, value);
    }

    private ValidatableResponse refund(Person person, String key, long value) {
        return as(person)
                .header("Idempotency-Key", key)
                .body(Map.of("amount", FilledShop.euro(value)))
                .post("/api/v1/payments/" + shop.id("typedPayment") + "/refunds")
                .then();
    }
}
