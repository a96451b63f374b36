/**
 * The road to the card hosts: what payments asks for ({@link io.tillgate.payments.iso8583.HostRequest}), the connection that
 * carries it ({@link io.tillgate.payments.iso8583.HostLink}, opened by {@link io.tillgate.payments.iso8583.CardHosts}) and
 * what became of it ({@link io.tillgate.payments.iso8583.HostOutcome}). Words: STAN is the six-digit trace number of one
 * terminal; RRN the host's 12-character reference; a station is terminal and merchant as the host numbers them. Silent means
 * sent and not answered: the money may have moved, so somebody owes a reversal. Not sent means provably never left.
 * May use: shared, platform, the codec below, Vert.x, Mutiny, Micrometer. Knows no tenants and no payments.
 */
@NullMarked
package io.tillgate.payments.iso8583;

import org.jspecify.annotations.NullMarked;
