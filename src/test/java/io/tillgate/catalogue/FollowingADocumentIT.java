package io.tillgate.catalogue;

import static io.tillgate.catalogue.CatalogueFixture.ACTOR;
import static io.tillgate.catalogue.CatalogueFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CatalogueFixture.Till;
import io.tillgate.catalogue.usecase.ChangingProducts;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowingADocumentIT {
    @Inject
    CatalogueFixture fixture;

    @Inject
    Catalogue catalogue;

    @Inject
    ChangingProducts changing;

    @Inject
    TenantTransaction transaction;

    @Test
    void products_arrive_page_by_page_and_deleted_ones_leave() {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        for (int i = 0; i < 5; i++) {
            fixture.product(owner, "P" + i, "piece");
        }
        Till till = fixture.till(owner, store, DocumentKind.CATALOGUE).catchUp(2);
        assertThat(till.keys()).containsExactly("P0", "P1", "P2", "P3", "P4");
        assertThat(till.version()).isEqualTo(5);

        Product gone = await(changing.add(owner, ACTOR, CatalogueFixture.wanted("P9", "piece", "4006381333931")));
        till.catchUp(2);
        await(changing.delete(owner, ACTOR, gone.id(), Versions.etag(gone.version())));
        till.catchUp(2);

        assertThat(till.keys()).doesNotContain("P9");
        assertThat(till.version()).isEqualTo(7);
        Till fresh = fixture.till(owner, store, DocumentKind.CATALOGUE).catchUp(3);
        assertThat(fresh.items()).isEqualTo(till.items());
    }

    @Test
    void a_reader_misses_nothing_while_many_write() {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        AtomicBoolean writing = new AtomicBoolean(true);
        Uni<List<Long>> writers = Multi.createFrom()
                .range(0, 240)
                .onItem()
                .transformToUni(i -> put(owner, store, i))
                .merge(12)
                .collect()
                .asList();
        var written = writers.onTermination().invoke(() -> writing.set(false)).subscribeAsCompletionStage();

        Till till = fixture.till(owner, store, DocumentKind.CONFIGURATION);
        long before = 0;
        while (writing.get()) {
            till.catchUp(3);
            assertThat(till.version()).isGreaterThanOrEqualTo(before);
            before = till.version();
        }
        List<Long> versions = written.join();
        till.catchUp(3);

        assertThat(versions).hasSize(240).doesNotHaveDuplicates();
        assertThat(till.version()).isEqualTo(240);
        assertThat(till.items())
                .hasSize(40)
                .isEqualTo(fixture.till(owner, store, DocumentKind.CONFIGURATION)
                        .catchUp(500)
                        .items());
    }

    @Test
    void the_hash_is_over_the_live_items_in_the_order_of_their_keys() throws NoSuchAlgorithmException {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        for (int i = 0; i < 3; i++) {
            await(put(owner, store, i));
        }
        Till till = fixture.till(owner, store, DocumentKind.CONFIGURATION).catchUp(10);

        DocumentVersion stands = await(catalogue.versions(owner, store)).getLast();

        StringBuilder all = new StringBuilder();
        till.items().values().forEach(item -> all.append(item).append('\n'));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(stands)
                .isEqualTo(new DocumentVersion(
                        DocumentKind.CONFIGURATION, 3, HexFormat.of().formatHex(hash), 3));
    }

    @Test
    void a_version_that_was_never_given_out_starts_from_nothing() {
        Owner owner = CatalogueFixture.merchant();
        fixture.product(owner, "A", "piece");

        DocumentPage page = await(catalogue.changesSince(
                owner,
                new Catalogue.Feed(CatalogueFixture.store(), DocumentKind.CATALOGUE),
                99,
                new Catalogue.Slice(null, 10)));

        assertThat(page.version()).isEqualTo(1);
        assertThat(page.items()).hasSize(1);
    }

    @Test
    void another_merchant_and_another_tenant_see_nothing() {
        Owner owner = CatalogueFixture.merchant();
        StoreId store = CatalogueFixture.store();
        fixture.product(owner, "A", "piece");
        Owner neighbour = new Owner(owner.tenant(), new MerchantId(UUID.randomUUID()));
        Owner stranger = new Owner(CatalogueFixture.merchant().tenant(), owner.merchant());

        for (Owner other : List.of(neighbour, stranger)) {
            assertThat(fixture.till(other, store, DocumentKind.CATALOGUE)
                            .catchUp(10)
                            .items())
                    .isEmpty();
            assertThat(await(catalogue.lookup(other, store, java.util.Set.of("A"))))
                    .isEmpty();
        }
        assertThat(await(catalogue.lookup(owner, store, java.util.Set.of("A", "B"))))
                .containsOnlyKeys("A");
    }

    private Uni<Long> put(Owner owner, StoreId store, int i) {
        return transaction.records(
                owner.scope(),
                records -> catalogue.configure(records, owner, store, Map.of("k" + i % 40, new IntNode(i))));
    }
}
