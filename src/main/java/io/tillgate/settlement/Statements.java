package io.tillgate.settlement;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.settlement.usecase.IssuingStatements;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
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
     * @param scope whose payouts are seen at all
     * @throws Refusal {@code NOT_FOUND}, {@code STATEMENT_TOO_LONG}, {@code STATEMENTS_BUSY}, {@code JOURNAL_NOT_SEALED}
     */
    public Uni<StatementFile> ofPayout(
            Scope scope, TenantId tenant, UUID payout, StatementFormat format, Locale locale) {
        return issuing.ofPayout(new IssuingStatements.Wanted(scope, tenant, payout, format, locale));
    }
}
