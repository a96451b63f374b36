package io.tillgate.risk;

import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;

/** A decision on its way into the record, under the payment that it decides. */
public record RecordedDecision(TenantId tenant, PaymentId payment, LocalDate businessDate, RiskDecision decision) {}
