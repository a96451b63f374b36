package io.tillgate.payments.usecase;

import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.domain.Duty;
import io.tillgate.payments.store.ArmedPayment.StoredCard;
import io.tillgate.payments.store.PaymentStatements.ClaimRow;
import io.tillgate.payments.store.StoredPayment;
import io.tillgate.payments.usecase.CardHostPort.CardPresented;
import io.tillgate.payments.usecase.CardHostPort.Purpose;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.risk.RiskDecision;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An instruction, looked at: what will be committed and asked, or why nothing will. */
sealed interface Prepared {
    /**
     * No payment is recorded.
     *
     * @param spent serial numbers that must not come again all the same
     */
    record Refused(TakeAnswer.Refused why, List<Ksn> spent) implements Prepared {}

    /**
     * Ready for the first commit.
     *
     * @param ask what the host is asked; null when no host is needed
     * @param risk null where risk has no say
     */
    record Ready(
            PaymentId id,
            LocalDate businessDate,
            PaymentKind kind,
            String tender,
            Money amount,
            Duty duty,
            @Nullable Purpose ask,
            @Nullable CardToAsk card,
            @Nullable OriginalTaken original,
            @Nullable RiskDecision risk)
            implements Prepared {
        boolean refusedByRisk() {
            return risk instanceof RiskDecision.Refuse;
        }
    }

    /** @param spent key serial numbers of this message; none when the card comes from storage */
    record CardToAsk(CardPresented presented, StoredCard stored, List<Ksn> spent) {}

    /** The original and the part of it that is taken into work. */
    record OriginalTaken(StoredPayment payment, ClaimRow claim) {}
}
