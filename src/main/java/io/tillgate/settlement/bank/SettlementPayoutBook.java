package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.store.BreakTable.NewBreak;
import io.tillgate.settlement.usecase.FundingByHosts;
import io.tillgate.settlement.usecase.HearingTheBank;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settlement's own book. */
@ApplicationScoped
class SettlementPayoutBook implements PayoutBook {
    private static final int REFERENCE_MAX = 100;
    private static final int NAME_MAX = 35;
    private static final String BANK = "bank";

    private final HearingTheBank hearing;
    private final FundingByHosts funding;

    SettlementPayoutBook(HearingTheBank hearing, FundingByHosts funding) {
        this.hearing = hearing;
        this.funding = funding;
    }

    @Override
    public Uni<List<Heard>> hear(SqlConnection connection, TenantId tenant, List<BankWord> words) {
        return words.isEmpty() ? Uni.createFrom().item(List.of()) : hearing.hear(connection, tenant, words);
    }

    @Override
    public Uni<Heard> receive(SqlConnection connection, TenantId tenant, HostCredit credit) {
        return funding.credited(connection, tenant, credit, BANK);
    }

    @Override
    public Uni<UUID> open(SqlConnection connection, TenantId tenant, Difference difference) {
        return hearing.recordBreak(
                connection,
                tenant,
                new NewBreak(
                        difference.kind(),
                        difference.detail(),
                        difference.amount(),
                        cut(difference.bankReference(), REFERENCE_MAX),
                        cut(difference.endToEndId(), NAME_MAX),
                        null,
                        difference.moved()));
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
