package io.tillgate.settlement.iso20022;

import java.util.List;
import java.util.Optional;

/**
 * A {@code pain.002}: what the bank says about a file, about groups of it, and about single payments. Each level may be
 * silent; then the level above speaks for it.
 */
public record StatusReport(
        MessageType type,
        String messageId,
        String originalMessageId,
        String originalMessageName,
        Optional<String> status,
        List<Reason> reasons,
        List<Group> groups)
        implements BankMessage {
    /** About one {@code PmtInf} of the file. */
    public record Group(
            String originalId, Optional<String> status, List<Reason> reasons, List<Transaction> transactions) {}

    /** About one payment. */
    public record Transaction(
            Optional<String> originalInstructionId,
            Optional<String> originalEndToEndId,
            Optional<String> status,
            List<Reason> reasons,
            Optional<String> servicerReference) {}

    /**
     * Why.
     *
     * @param code of the external code set, or the bank's own; empty where only text is given
     */
    public record Reason(Optional<String> code, List<String> text) {}
}
