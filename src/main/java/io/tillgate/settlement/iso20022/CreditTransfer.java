package io.tillgate.settlement.iso20022;

import io.tillgate.shared.Money;
import java.util.Optional;

/**
 * One payment of a file.
 *
 * @param instructionId names it between us and our bank, at most 35 characters
 * @param endToEndId travels to the one who is paid and comes back in every answer, at most 35 characters
 * @param uetr the worldwide reference (a UUID) where the payment needs one
 * @param amount more than nothing
 * @param remittance what the one who is paid reads, cut to 140 characters; at most one of it and {@code creditorReference}
 * @param creditorReference ISO 11649 or a national structured reference, at most 35 characters
 */
public record CreditTransfer(
        String instructionId,
        String endToEndId,
        Optional<String> uetr,
        Money amount,
        BankParty creditor,
        Optional<String> remittance,
        Optional<String> creditorReference) {
    public CreditTransfer {
        Texts.require(instructionId, 35, "instruction id");
        Texts.require(endToEndId, 35, "end-to-end id");
        remittance = remittance.map(text -> Texts.fitting(text, 140)).filter(text -> !text.isEmpty());
        creditorReference.ifPresent(reference -> Texts.require(reference, 35, "creditor reference"));
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("only a positive amount can be transferred");
        }
    }

    public CreditTransfer(
            String instructionId, String endToEndId, Money amount, BankParty creditor, String remittance) {
        this(instructionId, endToEndId, Optional.empty(), amount, creditor, Optional.of(remittance), Optional.empty());
    }
}
