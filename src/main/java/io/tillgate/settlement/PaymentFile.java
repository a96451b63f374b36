package io.tillgate.settlement;

import io.tillgate.merchants.BankAccount;
import io.tillgate.shared.Money;
import io.tillgate.tenancy.TenantSettings.PayoutBank;
import java.util.List;

/**
 * All that a {@code pain.001} is made of; the same values make the same bytes.
 *
 * @param instructions ordered by end-to-end id
 */
public record PaymentFile(PaymentFileView header, PayoutBank debtor, List<Instruction> instructions) {
    public PaymentFile {
        instructions = List.copyOf(instructions);
    }

    /**
     * One payout.
     *
     * @param text for the creditor: the run's date and the merchant number
     */
    public record Instruction(String endToEndId, Money amount, BankAccount creditor, String text) {}
}
