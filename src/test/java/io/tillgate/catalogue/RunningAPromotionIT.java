package io.tillgate.catalogue;

import static io.tillgate.catalogue.CatalogueFixture.ACTOR;
import static io.tillgate.catalogue.CatalogueFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.catalogue.SavePromotion.Bundle;
import io.tillgate.catalogue.domain.TimeWindow;
import io.tillgate.catalogue.usecase.ChangingPromotions;
import io.tillgate.catalogue.usecase.ChangingPromotions.ChangePromotion;
import io.tillgate.platform.http.Versions;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunningAPromotionIT {
    @Inject
    CatalogueFixture fixture;

    @Inject
    ChangingPromotions promotions;

    @Test
    void a_promotion_of_one_store_reaches_that_store_and_moves_with_an_edit() {
        Owner owner = CatalogueFixture.merchant();
        StoreId here = CatalogueFixture.store();
        StoreId there = CatalogueFixture.store();
        Promotion added = await(promotions.add(owner, ACTOR, wanted(here, new Bundle(3, 2))));
        assertThat(keys(owner, here)).containsExactly(added.id().toString());
        assertThat(keys(owner, there)).isEmpty();

        Promotion moved = await(promotions.change(
                owner,
                ACTOR,
                new ChangePromotion(added.id(), wanted(there, new Bundle(2, 1)), Versions.etag(added.version()))));

        assertThat(keys(owner, here)).isEmpty();
        assertThat(keys(owner, there)).containsExactly(added.id().toString());
        assertThat(await(promotions.get(owner, added.id()))).isEqualTo(moved);
        await(promotions.delete(owner, ACTOR, added.id(), Versions.etag(moved.version())));
        assertThat(keys(owner, there)).isEmpty();
        assertThat(await(promotions.list(owner, 10, null))).isEmpty();
    }

    @Test
    void one_that_gives_nothing_or_two_things_is_refused() {
        Owner owner = CatalogueFixture.merchant();

        for (SavePromotion wrong : List.of(wanted(null, new Bundle(2, 2)), wanted(null, null))) {
            assertThatThrownBy(() -> await(promotions.add(owner, ACTOR, wrong)))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo(CommonProblem.VALIDATION));
        }
    }

    private List<String> keys(Owner owner, StoreId store) {
        return fixture.till(owner, store, DocumentKind.PROMOTIONS).catchUp(10).keys();
    }

    private static SavePromotion wanted(@Nullable StoreId store, @Nullable Bundle bundle) {
        return new SavePromotion(
                new ProductNames("Three for two", "买三付二"),
                store,
                null,
                bundle,
                List.of("A", "B"),
                new Validity(Instant.parse("2026-11-01T00:00:00Z"), null),
                new TimeWindow(Set.of(DayOfWeek.FRIDAY), LocalTime.of(17, 0), LocalTime.of(19, 0)),
                true);
    }
}
