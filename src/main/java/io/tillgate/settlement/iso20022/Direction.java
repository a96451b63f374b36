package io.tillgate.settlement.iso20022;

import java.math.BigDecimal;

/** Which way money went, seen by the owner of the account. A reversal already names its own direction. */
public enum Direction {
    CREDIT,
    DEBIT;

    BigDecimal signed(BigDecimal amount) {
        return this == CREDIT ? amount : amount.negate();
    }

    static Direction of(String code) {
        return code.equals("CRDT") ? CREDIT : DEBIT;
    }
}
