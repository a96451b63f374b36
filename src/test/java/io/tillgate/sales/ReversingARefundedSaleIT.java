package io.tillgate.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.CommitOutcome;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.GroupCommit;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.sales.store.SaleStatements;
import io.tillgate.sales.store.SaleStatements.Claim;
import io.tillgate.sales.store.SaleStatements.SaleKey;
import io.tillgate.sales.store.SaleStatements.Standing;
import io.tillgate.sales.store.SaleStatements.Undoing;
import io.tillgate.sales.store.SaleStore;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reversal of one tender while another is being refunded: neither undoes what the other wrote. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class ReversingARefundedSaleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    GroupCommit commits;

    @Inject
    SaleStore store;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID request = UUID.randomUUID();

    @Test
    void a_reversal_judged_before_a_refund_is_refused_and_judged_again() {
        Sale open = opened();
        Sale.Progress paid = new Sale.Progress(1000, 0, 0);
        Sale.Progress refunded = new Sale.Progress(1000, 0, 600);
        write(SaleStatements.DECIDE, new Standing(SaleKey.of(open), request, paid, SaleState.PAID));
        write(SaleStatements.CLAIM, new Claim(SaleKey.of(open), request, paid, SaleState.PAID));
        write(SaleStatements.DECIDE, new Standing(SaleKey.of(open), request, refunded, SaleState.PAID));

        Standing reversed = new Standing(SaleKey.of(open), null, new Sale.Progress(600, 0, 0), SaleState.OPEN);
        CommitOutcome stale = write(SaleStatements.UNDO, new Undoing(reversed, paid, SaleState.PAID));

        assertThat(stale).isEqualTo(new CommitOutcome.Refused("sale-undo"));
        assertThat(stored(open).progress()).isEqualTo(refunded);
        Standing again = new Standing(SaleKey.of(open), null, new Sale.Progress(600, 0, 600), SaleState.OPEN);
        assertThat(write(SaleStatements.UNDO, new Undoing(again, refunded, SaleState.PAID)))
                .isEqualTo(new CommitOutcome.Committed());
    }

    private Sale opened() {
        Sale like = Sold.sale(SaleState.OPEN, Sale.Progress.NONE, List.of(), request);
        Sale.Place place = Sold.PLACE;
        Sale sale = new Sale(
                new SaleId(UUID.randomUUID()),
                LocalDate.now(ZoneOffset.UTC),
                new Sale.Place(
                        tenant,
                        place.merchant(),
                        place.account(),
                        place.store(),
                        place.terminal(),
                        place.terminalNumber()),
                like.terms(),
                like.progress(),
                like.state(),
                request,
                List.of(),
                List.of(),
                like.createdAt());
        write(SaleStatements.OPEN, sale);
        return sale;
    }

    private <R> CommitOutcome write(BatchStatement<R> statement, R row) {
        return commits.commit(CommitUnit.of(tenant).add(statement, row).build())
                .await()
                .atMost(PATIENCE);
    }

    private Sale stored(Sale sale) {
        return store.find(Scope.tenant(tenant), tenant, sale.id())
                .await()
                .atMost(PATIENCE)
                .orElseThrow();
    }
}
