package io.tillgate.catalogue;

import static io.tillgate.catalogue.CatalogueFixture.ACTOR;
import static io.tillgate.catalogue.CatalogueFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.RecordStock.Line;
import io.tillgate.catalogue.StockMovement.Cause;
import io.tillgate.catalogue.store.PostgresStockStore.BalanceQuery;
import io.tillgate.catalogue.store.PostgresStockStore.MovementQuery;
import io.tillgate.catalogue.usecase.ReadingStock;
import io.tillgate.catalogue.usecase.RecordingStock;
import io.tillgate.platform.persistence.CommitOutcome;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.GroupCommit;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MovingStockIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Inject
    CatalogueFixture fixture;

    @Inject
    RecordingStock recording;

    @Inject
    ReadingStock reading;

    @Inject
    GroupCommit commit;

    @Test
    void a_sale_decrements_once_however_often_it_is_committed() {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        Product product = fixture.product(owner, "A", "piece");
        StockMovement sold = sold(owner, store, product, UUID.randomUUID(), -2_000);

        await(commit(owner, sold));
        await(commit(owner, sold));

        assertThat(balance(owner, store)).isEqualTo("-2");
        assertThat(await(reading.movements(owner, store, new MovementQuery("A", 10, null, null))))
                .hasSize(1);
    }

    @Test
    void concurrent_sales_of_many_products_add_up() {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        Product tea = fixture.product(owner, "A", "piece");
        Product rice = fixture.product(owner, "B", "weight");

        List<CommitOutcome> outcomes = await(Multi.createFrom()
                .range(0, 60)
                .onItem()
                .transformToUni(i -> {
                    UUID sale = UUID.randomUUID();
                    StockMovement one = sold(owner, store, i % 2 == 0 ? tea : rice, sale, -1_000);
                    StockMovement other = new StockMovement(
                            owner.tenant(),
                            owner.merchant(),
                            store,
                            (i % 2 == 0 ? rice : tea).id(),
                            -500,
                            new Cause(sale, 1, StockReason.SALE, TODAY, Instant.now(), null));
                    return commit.commit(CommitUnit.of(owner.tenant())
                            .add(StockMovements.APPLY, one)
                            .add(StockMovements.APPLY, other)
                            .build());
                })
                .merge(20)
                .collect()
                .asList());

        assertThat(outcomes).hasSize(60).allMatch(CommitOutcome.Committed.class::isInstance);
        assertThat(await(reading.balances(owner, store, new BalanceQuery(true, 10, null))))
                .extracting(StockBalance::sku, StockBalance::quantity, StockBalance::variance)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", "-45", true),
                        org.assertj.core.groups.Tuple.tuple("B", "-45", true));
    }

    @Test
    void a_count_sets_the_balance_and_the_same_paper_again_changes_nothing() {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        Product product = fixture.product(owner, "A", "weight");
        await(commit(owner, sold(owner, store, product, UUID.randomUUID(), -375)));
        RecordStock count =
                new RecordStock(UUID.randomUUID(), store, "count", "Monday", List.of(new Line("A", "12.5")));

        assertThat(await(recording.record(owner, ACTOR, count))).isTrue();
        assertThat(await(recording.record(owner, ACTOR, count))).isFalse();
        RecordStock other = new RecordStock(count.id(), store, "count", "Monday", List.of(new Line("A", "13")));
        assertThatThrownBy(() -> await(recording.record(owner, ACTOR, other)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(CommonProblem.ID_REUSED));

        assertThat(balance(owner, store)).isEqualTo("12.5");
        assertThat(await(reading.movements(owner, store, new MovementQuery(null, 10, null, null)))
                        .getFirst()
                        .quantity())
                .isEqualTo("12.875");
    }

    @Test
    void stock_is_asked_by_article_however_many_lie_between() {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        for (String sku : List.of("A", "M", "Z")) {
            fixture.product(owner, sku, "piece");
            RecordStock receipt =
                    new RecordStock(UUID.randomUUID(), store, "receipt", null, List.of(new Line(sku, "7")));
            await(recording.record(owner, ACTOR, receipt));
        }
        fixture.product(owner, "NEW", "piece");

        assertThat(await(reading.balances(owner, store, Set.of("A", "Z", "NEW"))))
                .containsOnlyKeys("A", "Z")
                .allSatisfy((sku, balance) -> assertThat(balance.quantity()).isEqualTo("7"));
    }

    @Test
    void terminals_follow_the_balance() {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        fixture.product(owner, "A", "piece");
        await(recording.record(
                owner, ACTOR, new RecordStock(UUID.randomUUID(), store, "receipt", null, List.of(new Line("A", "7")))));

        assertThat(fixture.till(owner, store, DocumentKind.STOCK).catchUp(10).item("A"))
                .isEqualTo("{\"quantity\":\"7\",\"sku\":\"A\"}");
        assertThat(fixture.till(owner, CatalogueFixture.store(), DocumentKind.STOCK)
                        .catchUp(10)
                        .items())
                .isEmpty();
    }

    private Uni<CommitOutcome> commit(Owner owner, StockMovement movement) {
        return commit.commit(CommitUnit.of(owner.tenant())
                .add(StockMovements.APPLY, movement)
                .build());
    }

    private static StockMovement sold(Owner owner, StoreId store, Product product, UUID sale, long thousandths) {
        return new StockMovement(
                owner.tenant(),
                owner.merchant(),
                store,
                product.id(),
                thousandths,
                new Cause(sale, 0, StockReason.SALE, TODAY, Instant.now(), null));
    }

    private String balance(Owner owner, StoreId store) {
        return await(reading.balances(owner, store, new BalanceQuery(false, 10, null)))
                .getFirst()
                .quantity();
    }
}
