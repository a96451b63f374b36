package io.tillgate.payments.store;

import io.tillgate.payments.Outcome;
import io.tillgate.payments.store.ArmedPayment.Owner;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment at its second commit, which counts only while its owner still has it.
 *
 * @param at in business time
 */
public record DecidedPayment(
        TenantId tenant, PaymentId id, LocalDate businessDate, Owner owner, Outcome outcome, long fee, Instant at) {
    String state() {
        return switch (outcome) {
            case Outcome.Approved ignored -> "approved";
            case Outcome.Declined ignored -> "declined";
            case Outcome.NotTaken ignored -> "not-taken";
        };
    }

    long approvedAmount() {
        return outcome instanceof Outcome.Approved approved ? approved.amount().value() : 0;
    }

    @Nullable
    String responseCode() {
        return switch (outcome) {
            case Outcome.Approved approved -> approved.responseCode();
            case Outcome.Declined declined -> declined.responseCode();
            case Outcome.NotTaken ignored -> null;
        };
    }

    @Nullable
    String rrn() {
        return switch (outcome) {
            case Outcome.Approved approved -> approved.rrn();
            case Outcome.Declined declined -> declined.rrn();
            case Outcome.NotTaken ignored -> null;
        };
    }

    @Nullable
    String reason() {
        return switch (outcome) {
            case Outcome.Approved ignored -> null;
            case Outcome.Declined declined -> declined.reason();
            case Outcome.NotTaken notTaken -> notTaken.reason();
        };
    }

    Outcome.@Nullable Approved approval() {
        return outcome instanceof Outcome.Approved approved ? approved : null;
    }
}
