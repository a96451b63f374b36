package io.tillgate.settlement.iso20022;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A {@code pain.001} file. What is written from equal files is equal byte for byte, so that sending again is sending the same.
 *
 * @param messageId at most 35 characters
 * @param created written in UTC, to the millisecond
 * @param initiatingParty name, cut to 140 characters
 */
public record PaymentFile(String messageId, Instant created, String initiatingParty, List<TransferGroup> groups) {
    public PaymentFile {
        Texts.require(messageId, 35, "message id");
        initiatingParty = Texts.fitting(initiatingParty, BankParty.NAME_LENGTH_MAX);
        Texts.require(initiatingParty, BankParty.NAME_LENGTH_MAX, "initiating party");
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a file has at least one group");
        }
    }

    public int transfers() {
        return groups.stream().mapToInt(group -> group.transfers().size()).sum();
    }

    /** The sum of all amounts, whatever their currencies: what {@code CtrlSum} is defined to be. */
    public BigDecimal controlSum() {
        return groups.stream().map(PaymentFile::controlSum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal controlSum(TransferGroup group) {
        return group.transfers().stream()
                .map(transfer -> Amounts.decimal(transfer.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
