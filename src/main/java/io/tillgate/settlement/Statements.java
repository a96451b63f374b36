package io.tillgate.settlement;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.settlement.usecase.IssuingStatements;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;

/** What merchants are told about their payouts, as PDF and CSV. */
@ApplicationScoped
public class Statements {
    private final IssuingStatements issuing;

    Statements(IssuingStatements issuing) {
        this.issuing = issuing;
    }

    /**
     * The statement of a payout as it stands. Asked again, it is the same to the byte, until the payout's state or something
     * else that it shows has changed.
     *
     * @param caller sees payouts of its own merchant, or as staff of its tenant
     * @throws Refusal {@code NOT_FOUND}, {@code STATEMENT_TOO_LONG}, {@code STATEMENTS_BUSY}, {@code JOURNAL_NOT_SEALED}
     */
    public Uni<StatementFile> ofPayout(Caller caller, UUID payout, StatementFormat format, Locale locale) {
        return issuing.ofPayout(new IssuingStatements.Wanted(caller.scope(), caller.tenant(), payout, format, locale));
    }

    /**
     * What a month came to for one merchant account, run by run; without runs, an empty one.
     *
     * @throws Refusal {@code NOT_FOUND}, {@code STATEMENTS_BUSY}
     */
    public Uni<StatementFile> ofMonth(
            Caller caller, MerchantAccountId account, YearMonth month, StatementFormat format, Locale locale) {
        return issuing.ofMonth(
                new IssuingStatements.WantedMonth(caller.scope(), caller.tenant(), account, month, format, locale));
    }
}
