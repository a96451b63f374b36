package io.tillgate.catalogue;

import static io.tillgate.catalogue.CatalogueFixture.ACTOR;
import static io.tillgate.catalogue.CatalogueFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.catalogue.SellableItem.CurrentPrice;
import io.tillgate.catalogue.store.PostgresPriceStore.History;
import io.tillgate.catalogue.usecase.ReadingProducts;
import io.tillgate.catalogue.usecase.SettingPrices;
import io.tillgate.platform.http.Versions;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangingAPriceIT {
    @Inject
    CatalogueFixture fixture;

    @Inject
    Catalogue catalogue;

    @Inject
    SettingPrices setting;

    @Inject
    ReadingProducts reading;

    @Test
    void a_till_that_has_not_heard_of_it_may_still_charge_the_price_before() {
        Owner owner = merchantWithProduct();
        set(owner, null, 1_000);
        Price changed = set(owner, null, 1_100);

        CurrentPrice price = price(owner, CatalogueFixture.store());

        assertThat(price).isEqualTo(new CurrentPrice(eur(1_100), changed.validFrom(), eur(1_000)));
        assertThat(price.allows(eur(1_000), changed.validFrom().minusSeconds(60)))
                .isTrue();
        assertThat(price.allows(eur(1_000), changed.validFrom().plusSeconds(60)))
                .isFalse();
        assertThat(price.allows(eur(999), changed.validFrom().minusSeconds(60))).isFalse();
    }

    @Test
    void undoing_the_price_in_force_brings_its_predecessor_back_once() {
        Owner owner = merchantWithProduct();
        set(owner, null, 1_000);
        Price wrong = set(owner, null, 1);

        Price undone = await(setting.revert(owner, ACTOR, wrong.id(), Versions.etag(wrong.version())));

        assertThat(undone.price()).isEqualTo(eur(1_000));
        assertThat(undone.reverts()).isEqualTo(wrong.id());
        assertThat(undone.sku()).isEqualTo(wrong.sku()).isNotEmpty();
        assertThat(price(owner, CatalogueFixture.store()).now()).isEqualTo(eur(1_000));
        refused(CatalogueProblem.PRICE_SUPERSEDED, () -> revert(owner, wrong.id()));
    }

    @Test
    void a_price_to_come_is_shown_to_terminals_and_can_be_withdrawn() {
        Owner owner = merchantWithProduct();
        StoreId store = CatalogueFixture.store();
        set(owner, null, 1_000);
        Instant later = Instant.parse("2999-01-01T00:00:00Z");
        Price coming = await(setting.set(owner, ACTOR, new SetPrice("A", null, eur(1_200), later)));

        String item =
                fixture.till(owner, store, DocumentKind.PRICES).catchUp(10).item("A");
        assertThat(item).contains("\"upcoming\":[{\"price\":{\"currency\":\"EUR\",\"value\":1200}");
        assertThat(price(owner, store).now()).isEqualTo(eur(1_000));

        revert(owner, coming.id());

        assertThat(fixture.till(owner, store, DocumentKind.PRICES).catchUp(10).item("A"))
                .contains("\"upcoming\":[]");
    }

    @Test
    void a_stores_own_price_is_its_own_alone_until_it_is_undone() {
        Owner owner = merchantWithProduct();
        StoreId here = CatalogueFixture.store();
        StoreId there = CatalogueFixture.store();
        set(owner, null, 1_000);
        Price own = set(owner, here, 800);

        assertThat(price(owner, here).now()).isEqualTo(eur(800));
        assertThat(price(owner, there).now()).isEqualTo(eur(1_000));
        assertThat(fixture.till(owner, here, DocumentKind.PRICES).catchUp(10).item("A"))
                .contains("\"value\":800");
        assertThat(fixture.till(owner, there, DocumentKind.PRICES).catchUp(10).item("A"))
                .contains("\"value\":1000");

        revert(owner, own.id());

        assertThat(price(owner, here).now()).isEqualTo(eur(1_000));
        assertThat(fixture.till(owner, here, DocumentKind.PRICES).catchUp(10).item("A"))
                .contains("\"value\":1000");
    }

    @Test
    void every_change_stays_in_the_history_newest_first() {
        Owner owner = merchantWithProduct();
        Price first = set(owner, null, 1_000);
        Price second = set(owner, CatalogueFixture.store(), 900);
        Price third = revert(owner, second.id());

        assertThat(await(reading.prices(owner, "A", new History(10, null))))
                .extracting(Price::id)
                .containsExactly(third.id(), second.id(), first.id());
        assertThat(await(reading.prices(owner, "A", new History(10, second.id()))))
                .extracting(Price::id)
                .containsExactly(first.id());
    }

    @Test
    void the_past_and_another_currency_are_refused() {
        Owner owner = merchantWithProduct();
        set(owner, null, 1_000);

        refused(
                CatalogueProblem.PRICE_BACKDATED,
                () -> await(setting.set(
                        owner, ACTOR, new SetPrice("A", null, eur(1), Instant.parse("2020-01-01T00:00:00Z")))));
        refused(
                CatalogueProblem.CURRENCY,
                () -> await(setting.set(owner, ACTOR, new SetPrice("A", null, Money.of(1, "CNY"), null))));
    }

    private Owner merchantWithProduct() {
        Owner owner = CatalogueFixture.merchant();
        fixture.product(owner, "A", "piece");
        return owner;
    }

    private Price set(Owner owner, @Nullable StoreId store, long value) {
        return await(setting.set(owner, ACTOR, new SetPrice("A", store, eur(value), null)));
    }

    private Price revert(Owner owner, UUID id) {
        return await(setting.revert(owner, ACTOR, id, "*"));
    }

    private CurrentPrice price(Owner owner, StoreId store) {
        SellableItem item = Objects.requireNonNull(
                await(catalogue.lookup(owner, store, Set.of("A"))).get("A"));
        return Objects.requireNonNull(item.price());
    }

    private static void refused(ProblemCode code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static Money eur(long value) {
        return Money.of(value, "EUR");
    }
}
