package io.tillgate.terminals;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.StoreId;

/** Puts up a new point of sale. */
public record CreateTerminal(StoreId store, MerchantAccountId account, String label) {}
