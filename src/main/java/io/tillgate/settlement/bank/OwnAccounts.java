package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.bank.store.PayoutsInFiles;
import io.tillgate.settlement.iso20022.AccountReport;
import io.tillgate.settlement.iso20022.AccountStatement;
import io.tillgate.settlement.iso20022.MessageType;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.TenantSettings.PayoutBank;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which accounts a bank may tell about: the tenant's settlement account, and those from which its payment files were paid, as the
 * account may have changed since. What happened on any other account is nobody's business here.
 */
@ApplicationScoped
class OwnAccounts {
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final int SHOWN = 4;

    private final Tenants tenants;

    OwnAccounts(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @throws Refusal where one of the statements is about another account */
    Uni<Void> require(SqlConnection connection, TenantId tenant, AccountReport report) {
        String own = normal(
                switch (tenants.settings(tenant).payout()) {
                    case PayoutBank.Iban iban -> iban.iban();
                    case PayoutBank.Cnaps cnaps -> cnaps.account();
                });
        Set<String> others = report.statements().stream()
                .map(statement -> normal(statement.account()))
                .filter(account -> !account.equals(own))
                .collect(Collectors.toSet());
        return others.isEmpty()
                ? Uni.createFrom().voidItem()
                : PayoutsInFiles.paidFrom(connection, tenant, others)
                        .invoke(others::removeAll)
                        .invoke(() -> refuse(report, others))
                        .replaceWithVoid();
    }

    static void refuse(AccountReport report, Set<String> foreign) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < report.statements().size(); i++) {
            AccountStatement statement = report.statements().get(i);
            if (foreign.contains(normal(statement.account()))) {
                violations.add(new Violation(
                        place(report.type(), i + 1),
                        BankProblem.BANK_ACCOUNT_FOREIGN.code(),
                        shown(statement) + " is not a settlement account of this organisation"));
            }
        }
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw new Refusal(
                    BankProblem.BANK_ACCOUNT_FOREIGN, first.path() + ": " + first.message(), List.copyOf(violations));
        }
    }

    private static String shown(AccountStatement statement) {
        String account = normal(statement.account());
        if (account.isEmpty()) {
            return "an account without a number";
        }
        boolean isLong = account.length() > 2 * SHOWN;
        return "account " + (isLong ? account.substring(0, SHOWN) : "") + "\u2026"
                + account.substring(account.length() - (isLong ? SHOWN : 1));
    }

    private static String place(MessageType type, int number) {
        return type.kind() == MessageType.Kind.STATEMENT
                ? "/Document/BkToCstmrStmt/Stmt[" + number + "]/Acct/Id"
                : "/Document/BkToCstmrDbtCdtNtfctn/Ntfctn[" + number + "]/Acct/Id";
    }

    private static String normal(String account) {
        return BLANK.matcher(account).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
