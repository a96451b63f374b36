package io.tillgate.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingARequestByItsKeyTest {
    private static final Caller CALLER =
            new Caller(new TenantId(UUID.randomUUID()), "test", "subject", "ada", Set.of(), null, "127.0.0.1");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_missing_key_is_refused(@Nullable String key) {
        assertThatThrownBy(() -> IdempotencyKey.of(CALLER, "REFUND", key, "{}"))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(CommonProblem.IDEMPOTENCY_KEY_REQUIRED));
    }

    @Test
    void a_key_of_a_hundred_characters_is_taken_and_a_longer_one_refused() {
        assertThat(IdempotencyKey.of(CALLER, "REFUND", "k".repeat(100), "{}").requestId())
                .isNotNull();
        assertThatThrownBy(() -> IdempotencyKey.of(CALLER, "REFUND", "k".repeat(101), "{}"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void one_key_is_one_request_whatever_the_body() {
        assertThat(IdempotencyKey.of(CALLER, "REFUND", "a", "{\"amount\":1}").requestId())
                .isEqualTo(IdempotencyKey.of(CALLER, "REFUND", "a", "{\"amount\":2}")
                        .requestId());
    }

    @Test
    void one_key_for_two_operations_is_two_requests() {
        assertThat(IdempotencyKey.of(CALLER, "REFUND", "a", "{}").requestId())
                .isNotEqualTo(IdempotencyKey.of(CALLER, "VOID", "a", "{}").requestId());
    }

    @Test
    void one_key_of_two_callers_is_two_requests() {
        Caller other = new Caller(CALLER.tenant(), "test", "other", "bob", Set.of(), null, "127.0.0.1");

        assertThat(IdempotencyKey.of(CALLER, "REFUND", "a", "{}").requestId())
                .isNotEqualTo(IdempotencyKey.of(other, "REFUND", "a", "{}").requestId());
    }

    @Test
    void bodies_that_mean_the_same_have_the_same_hash() {
        assertThat(IdempotencyKey.of(CALLER, "REFUND", "a", "{\"a\":1,\"b\":2}").bodyHash())
                .isEqualTo(IdempotencyKey.of(CALLER, "REFUND", "a", "{\"b\":2, \"a\":1}")
                        .bodyHash())
                .isNotEqualTo(
                        IdempotencyKey.of(CALLER, "REFUND", "a", "{\"a\":1}").bodyHash());
    }
}
