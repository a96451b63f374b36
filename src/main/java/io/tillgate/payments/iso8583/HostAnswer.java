package io.tillgate.payments.iso8583;

import java.time.Duration;
import java.time.MonthDay;
import java.util.Optional;

/**
 * What a host said.
 *
 * @param responseCode field 39, two characters (three in the 1993 version)
 * @param authCode field 38
 * @param rrn field 37
 * @param issuerEmv field 55 as hexadecimal: tags 91, 71, 72
 * @param settlementDate field 15: the host's business day this counts for
 * @param amount field 4 in minor units of the request's currency; less than asked for when approved in part
 * @param roundTrip from the first byte written to the answer read, monotonic; zero for an answer without its request
 */
public record HostAnswer(
        String responseCode,
        Optional<String> authCode,
        Optional<String> rrn,
        Optional<String> issuerEmv,
        Optional<MonthDay> settlementDate,
        Optional<Long> amount,
        Duration roundTrip) {

    /** Approved in full or in part (00, 10), also as the three digits of 1993 (000). */
    public boolean approved() {
        return responseCode.equals("00") || responseCode.equals("10") || responseCode.equals("000");
    }

    HostAnswer after(Duration elapsed) {
        return new HostAnswer(responseCode, authCode, rrn, issuerEmv, settlementDate, amount, elapsed);
    }
}
