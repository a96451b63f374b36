package io.tillgate.ledger;

import io.tillgate.shared.TenantId;
import java.time.LocalDate;

/**
 * Where and for what an entry is booked.
 *
 * @param businessDate the tenant's business day, which also chooses the partition
 */
public record Booking(TenantId tenant, LocalDate businessDate, JournalSource source) {}
