package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.MerchantId;
import io.tillgate.terminals.CreateTerminal;

/** Whether a store and a merchant account belong together and may trade. */
public interface TradingPlaces {
    /** Refuses {@code NOT_FOUND} for what the caller may not see, {@code PLACE_NOT_TRADING} for the rest. */
    Uni<Place> of(Caller caller, CreateTerminal command);

    /** @param merchantNumber ISO 8583 field 42 */
    record Place(MerchantId merchant, String merchantNumber) {}
}
