package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a merchant account would be paid if the day were cut off now.
 *
 * @param balance unsettled payments less their fees, and what was carried
 * @param carried of that, from earlier runs
 * @param underWay payouts that were made and are not in the bank's hands
 * @param businessDate that trade is booked under now
 * @param cutOff when that day ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NextPayout(
        MerchantAccountId account,
        String merchantNumber,
        Money balance,
        Money carried,
        Money underWay,
        LocalDate businessDate,
        Instant cutOff) {}
