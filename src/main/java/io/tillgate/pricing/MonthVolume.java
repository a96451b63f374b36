package io.tillgate.pricing;

import io.tillgate.shared.Money;

/**
 * What an account took in a month.
 *
 * @param gross sales less those that were voided; refunds do not lessen it, since they were sales
 * @param payments how many they are
 * @param charged what they were charged one by one, less what was given back; negative when more was given back
 */
public record MonthVolume(Money gross, long payments, Money charged) {}
