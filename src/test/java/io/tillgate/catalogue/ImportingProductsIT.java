package io.tillgate.catalogue;

import static io.tillgate.catalogue.CatalogueFixture.ACTOR;
import static io.tillgate.catalogue.CatalogueFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.catalogue.ImportOutcome.Mistake;
import io.tillgate.catalogue.store.ProductQuery;
import io.tillgate.catalogue.usecase.ChangingProducts;
import io.tillgate.catalogue.usecase.ChangingProducts.ChangeProduct;
import io.tillgate.catalogue.usecase.ExportingProducts;
import io.tillgate.catalogue.usecase.ImportingProducts;
import io.tillgate.catalogue.usecase.ReadingProducts;
import io.tillgate.platform.http.Versions;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportingProductsIT {
    private static final String HEADER = "sku,nameEn,nameZh,barcodes,unit,taxRate,category,active,price,currency\n";

    @Inject
    ImportingProducts importing;

    @Inject
    ExportingProducts exporting;

    @Inject
    ReadingProducts reading;

    @Inject
    ChangingProducts changing;

    @Inject
    CatalogueFixture fixture;

    @Test
    void a_shops_catalogue_goes_in_twice_and_comes_out_the_same() {
        Owner owner = CatalogueFixture.merchant();
        Map<String, String> lines = new LinkedHashMap<>();
        RetailLines.all().stream()
                .filter(RetailLines.RetailLine::isSold)
                .forEach(line -> lines.putIfAbsent(
                        line.sku(),
                        line.sku() + ",\"" + line.name().replace("\"", "\"\"")
                                + "\",,,piece,0.2,,," + line.unitPrice() / 100 + "."
                                + "%02d".formatted(line.unitPrice() % 100)
                                + ",GBP\n"));
        String file = HEADER + String.join("", lines.values());

        ImportOutcome first = await(importing.run(owner, ACTOR, file, ImportMode.ALL_OR_NOTHING));
        ImportOutcome second = await(importing.run(owner, ACTOR, file, ImportMode.ALL_OR_NOTHING));
        String exported = await(exporting.run(owner, null));
        ImportOutcome third = await(importing.run(owner, ACTOR, exported, ImportMode.ALL_OR_NOTHING));

        assertThat(first).isEqualTo(new ImportOutcome(lines.size(), lines.size(), List.of()));
        assertThat(second).isEqualTo(new ImportOutcome(lines.size(), 0, List.of()));
        assertThat(third).isEqualTo(second);
        assertThat(fixture.till(owner, CatalogueFixture.store(), DocumentKind.PRICES)
                        .catchUp(500)
                        .items())
                .hasSize(lines.size());
    }

    @Test
    void one_mistake_keeps_everything_out_or_only_its_line() {
        Owner owner = CatalogueFixture.merchant();
        String file = HEADER + "A,Apple,,,piece,0.07,,,,\nB,Pear,,123,piece,0.07,,,,\n";

        refused(
                CatalogueProblem.IMPORT_HAS_MISTAKES,
                () -> await(importing.run(owner, ACTOR, file, ImportMode.ALL_OR_NOTHING)));
        assertThat(skus(owner, null)).isEmpty();

        ImportOutcome kept = await(importing.run(owner, ACTOR, file, ImportMode.KEEP_GOOD));
        assertThat(kept.imported()).isEqualTo(1);
        assertThat(kept.mistakes()).extracting(Mistake::line).containsExactly(3L);
        assertThat(skus(owner, null)).containsExactly("A");
    }

    @Test
    void a_barcode_of_another_product_is_a_mistake_of_its_line() {
        Owner owner = CatalogueFixture.merchant();
        await(changing.add(owner, ACTOR, CatalogueFixture.wanted("A", "piece", "4006381333931")));

        ImportOutcome outcome = await(
                importing.run(owner, ACTOR, HEADER + "B,Pear,,4006381333931,piece,0,,,,\n", ImportMode.KEEP_GOOD));

        assertThat(outcome.mistakes()).extracting(Mistake::code).containsExactly("BARCODE_TAKEN");
        refused(
                CatalogueProblem.BARCODE_TAKEN,
                () -> await(changing.add(owner, ACTOR, CatalogueFixture.wanted("B", "piece", "4006381333931"))));
    }

    @Test
    void products_are_found_by_sku_name_in_either_language_and_barcode() {
        Owner owner = CatalogueFixture.merchant();
        await(importing.run(
                owner,
                ACTOR,
                HEADER
                        + "T-1,Green tea,绿茶,73513537,piece,0,,,,\nT_2,Black Tea,红茶,,piece,0,,,,\nC,Coffee,咖啡,,piece,0,,,,\n",
                ImportMode.ALL_OR_NOTHING));

        assertThat(skus(owner, "tea")).containsExactly("T-1", "T_2");
        assertThat(skus(owner, "绿")).containsExactly("T-1");
        assertThat(skus(owner, "T_")).containsExactly("T_2");
        assertThat(await(reading.list(owner, new ProductQuery(null, "73513537", null, 10, null))))
                .extracting(Product::sku)
                .containsExactly("T-1");
        assertThat(await(reading.list(owner, new ProductQuery(null, null, null, 10, "C"))))
                .hasSize(2);
    }

    @Test
    void an_edit_of_an_old_version_is_stale_and_a_taken_sku_is_refused() {
        Owner owner = CatalogueFixture.merchant();
        Product product = fixture.product(owner, "A", "piece");
        ChangeProduct edit = new ChangeProduct(
                product.id(), CatalogueFixture.wanted("A", "piece", "73513537"), Versions.etag(product.version()));

        Product changed = await(changing.change(owner, ACTOR, edit));

        assertThat(changed.version()).isGreaterThan(product.version());
        assertThat(await(reading.get(owner, product.id()))).isEqualTo(changed);
        refused(CommonProblem.STALE, () -> await(changing.change(owner, ACTOR, edit)));
        refused(CatalogueProblem.SKU_TAKEN, () -> fixture.product(owner, "A", "piece"));
    }

    private List<String> skus(Owner owner, @Nullable String text) {
        return await(reading.list(owner, new ProductQuery(text, null, null, 50, null))).stream()
                .map(Product::sku)
                .toList();
    }

    private static void refused(ProblemCode code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
