package io.tillgate.payments;

/**
 * Undo a payment that the terminal could not finish.
 *
 * @param key of the reversal itself; its channel is where the original's request id is looked up
 * @param reasonCode why, as the terminal says: {@code CHIP_DECLINED}, {@code NOT_PRINTED}, {@code CANCELLED}, ...
 */
public record ReversePayment(RequestKey key, Till till, Original original, String reasonCode) {}
