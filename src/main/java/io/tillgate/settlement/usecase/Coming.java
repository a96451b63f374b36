package io.tillgate.settlement.usecase;

import io.tillgate.settlement.usecase.CuttingOff.Occasion;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;

/** A cut-off that is about to be made. */
record Coming(TenantId tenant, LocalDate businessDate, Occasion occasion) {}
