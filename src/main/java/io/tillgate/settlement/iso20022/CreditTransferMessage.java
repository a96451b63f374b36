package io.tillgate.settlement.iso20022;

import java.math.BigDecimal;
import java.util.List;

/** A {@code pain.001} as somebody else wrote it: what is needed to compare it with what came of it. */
public record CreditTransferMessage(MessageType type, String messageId, List<Group> groups) implements BankMessage {
    /** One {@code PmtInf}. */
    public record Group(String id, List<Transfer> transfers) {}

    /** One {@code CdtTrfTxInf}. */
    public record Transfer(String endToEndId, BigDecimal amount, String currency) {}
}
