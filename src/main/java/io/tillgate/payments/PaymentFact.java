package io.tillgate.payments;

import java.time.ZoneId;

/**
 * A payment with what figures need besides.
 *
 * @param zone of its store when it was made
 * @param hostAsked whether a card host was to be asked; of what risk refused none was
 */
public record PaymentFact(PaymentView payment, ZoneId zone, boolean hostAsked) {}
