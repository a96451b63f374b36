package io.tillgate.merchants.rest;

import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import io.tillgate.shared.identifiers.IdentifierCheck;
import io.tillgate.shared.identifiers.IdentifierCheck.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A proposed change: a bank account or a fee plan, and why. */
public record ChangeForm(
        @Valid @Nullable Bank bankAccount,
        @Size(min = 1, max = 60) @Nullable String feePlan,
        @NotBlank @Size(max = 500) String reason) {

    /** Either {@code iban}, or {@code cnaps} and {@code accountNumber}. */
    public record Bank(
            @NotBlank @Size(max = BankAccount.HOLDER_MAX) String holder,
            @Size(max = 42) @Nullable String iban,
            @Size(max = 12) @Nullable String cnaps,
            @Size(max = 32) @Nullable String accountNumber) {}

    Change toChange() {
        if (bankAccount != null && feePlan == null) {
            return new Change.ToBankAccount(toBankAccount(bankAccount));
        }
        if (feePlan != null && bankAccount == null) {
            return new Change.ToFeePlan(feePlan);
        }
        throw StoreForm.wrong("", "ONE_CHANGE", "propose either bankAccount or feePlan");
    }

    static BankAccount toBankAccount(Bank bank) {
        if (bank.iban() != null) {
            refuseWrong("/bankAccount/iban", Iban.check(bank.iban()));
            return new BankAccount.ByIban(bank.holder().strip(), Iban.parse(bank.iban()));
        }
        if (bank.cnaps() == null || bank.accountNumber() == null) {
            throw StoreForm.wrong("/bankAccount", "REQUIRED", "give iban, or cnaps and accountNumber");
        }
        refuseWrong("/bankAccount/cnaps", CnapsCode.check(bank.cnaps()));
        if (!BankAccount.ByCnaps.isAccountNumber(bank.accountNumber())) {
            throw StoreForm.wrong("/bankAccount/accountNumber", "FORMAT", "an account number has 8 to 32 digits");
        }
        return new BankAccount.ByCnaps(bank.holder().strip(), new CnapsCode(bank.cnaps()), bank.accountNumber());
    }

    private static void refuseWrong(String path, IdentifierCheck check) {
        if (check instanceof Wrong wrong) {
            throw StoreForm.wrong(path, wrong.code(), wrong.message());
        }
    }
}
