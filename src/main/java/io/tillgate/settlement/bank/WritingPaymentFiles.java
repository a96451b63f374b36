package io.tillgate.settlement.bank;

import io.tillgate.merchants.BankAccount;
import io.tillgate.settlement.PaymentFile.Instruction;
import io.tillgate.settlement.iso20022.BankAccountId;
import io.tillgate.settlement.iso20022.BankAgent;
import io.tillgate.settlement.iso20022.BankParty;
import io.tillgate.settlement.iso20022.CreditTransfer;
import io.tillgate.settlement.iso20022.PaymentFile;
import io.tillgate.settlement.iso20022.PaymentFileWriter;
import io.tillgate.settlement.iso20022.TransferGroup;
import io.tillgate.tenancy.TenantSettings.PayoutBank;
import java.util.List;

/** A payment file of settlement as the bank reads it: one group, whose id is the file's. */
final class WritingPaymentFiles {
    private WritingPaymentFiles() {}

    static byte[] bytes(io.tillgate.settlement.PaymentFile file) {
        BankParty debtor = debtor(file.debtor());
        String currency = file.header().total().currency().getCurrencyCode();
        boolean sepa = currency.equals("EUR") && file.debtor() instanceof PayoutBank.Iban;
        TransferGroup group = new TransferGroup(
                file.header().messageId(),
                file.header().executionDate(),
                true,
                sepa ? TransferGroup.Terms.SEPA : TransferGroup.Terms.AGREED,
                debtor,
                file.instructions().stream().map(WritingPaymentFiles::transfer).toList());
        return PaymentFileWriter.bytes(
                new PaymentFile(file.header().messageId(), file.header().createdAt(), debtor.name(), List.of(group)));
    }

    private static CreditTransfer transfer(Instruction instruction) {
        return new CreditTransfer(
                instruction.endToEndId(),
                instruction.endToEndId(),
                instruction.amount(),
                creditor(instruction.creditor()),
                instruction.text());
    }

    private static BankParty debtor(PayoutBank bank) {
        return switch (bank) {
            case PayoutBank.Iban iban ->
                new BankParty(iban.holder(), new BankAccountId.Iban(iban.iban()), new BankAgent.Bic(iban.bic()));
            case PayoutBank.Cnaps cnaps ->
                new BankParty(
                        cnaps.holder(),
                        new BankAccountId.Other(cnaps.account()),
                        BankAgent.ClearingMember.cnaps(cnaps.bankCode()));
        };
    }

    private static BankParty creditor(BankAccount account) {
        return switch (account) {
            case BankAccount.ByIban byIban ->
                new BankParty(
                        byIban.holder(), new BankAccountId.Iban(byIban.iban().value()), new BankAgent.FromAccount());
            case BankAccount.ByCnaps byCnaps ->
                new BankParty(
                        byCnaps.holder(),
                        new BankAccountId.Other(byCnaps.accountNumber()),
                        BankAgent.ClearingMember.cnaps(byCnaps.bank().value()));
        };
    }
}
