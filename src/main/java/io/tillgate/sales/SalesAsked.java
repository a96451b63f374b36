package io.tillgate.sales;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which sales to list; a null asks nothing.
 *
 * @param from business date, the first
 * @param to business date, the last
 * @param total the sum due, minor units
 * @param lastFour of a card that was used
 * @param receipt its number, whole
 */
public record SalesAsked(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable MerchantId merchant,
        @Nullable StoreId store,
        @Nullable TerminalId terminal,
        @Nullable SaleState state,
        @Nullable Long total,
        @Nullable String lastFour,
        @Nullable String receipt) {}
