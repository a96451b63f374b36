package io.tillgate.catalogue.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.ImportOutcome.Mistake;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.usecase.ProductCsv.Line;
import io.tillgate.catalogue.usecase.ProductCsv.Parsed;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductCsvTest {
    private static final String HEADER = "sku,nameEn,nameZh,barcodes,unit,taxRate,category,active,price,currency\r\n";

    @Test
    void a_good_line_becomes_a_product_with_its_price() {
        Parsed parsed = ProductCsv.parse(
                "\uFEFF" + HEADER + "T-1,\"Tea, green\",绿茶,4006381333931 73513537,weight,0.13,茶,true,12.50,CNY\r\n");

        assertThat(parsed.mistakes()).isEmpty();
        Line line = parsed.lines().getFirst();
        assertThat(line.product().name()).isEqualTo(new ProductNames("Tea, green", "绿茶"));
        assertThat(line.product().codes()).containsExactly("4006381333931", "73513537");
        assertThat(line.price()).isEqualTo(Money.of(1250, "CNY"));
    }

    @Test
    void every_mistake_is_reported_with_its_line_and_column() {
        Parsed parsed = ProductCsv.parse(HEADER
                + "A,Apple,,,piece,0.07,,,,\r\n"
                + "A,Apple again,,,piece,0.07,,,,\r\n"
                + "B,,,4006381333932,box,7%,,yes,1.234,EUR\r\n"
                + "C,Cherry,,,weight,0,,,1,XXY\r\n");

        assertThat(parsed.lines()).extracting(Line::number).containsExactly(2L);
        assertThat(parsed.mistakes())
                .extracting(Mistake::line, Mistake::column)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(3L, "sku"),
                        org.assertj.core.groups.Tuple.tuple(4L, "nameEn"),
                        org.assertj.core.groups.Tuple.tuple(4L, "barcodes"),
                        org.assertj.core.groups.Tuple.tuple(4L, "unit"),
                        org.assertj.core.groups.Tuple.tuple(4L, "taxRate"),
                        org.assertj.core.groups.Tuple.tuple(4L, "active"),
                        org.assertj.core.groups.Tuple.tuple(4L, "price"),
                        org.assertj.core.groups.Tuple.tuple(5L, "currency"));
    }

    @Test
    void more_than_ten_thousand_lines_are_refused() {
        String file = HEADER + "A,Apple,,,piece,0.07,,,,\r\n".repeat(ProductCsv.LINES_MAX + 1);

        assertThatThrownBy(() -> ProductCsv.parse(file))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(CatalogueProblem.IMPORT_TOO_LONG));
    }

    @Test
    void what_is_written_is_read_back_and_is_no_formula() {
        Product product = new Product(
                new ProductId(new UUID(7, 7)),
                "F-1",
                new ProductNames("=HYPERLINK(\"x\")", "红,\"茶\"\n大"),
                "piece",
                "0.1",
                "+food",
                false,
                List.of("73513537"),
                3);

        String file = ProductCsv.write(List.of(product), Map.of("F-1", Money.of(5, "JPY")));

        assertThat(file).contains("'=HYPERLINK").contains("'+food");
        Line line = ProductCsv.parse(file).lines().getFirst();
        assertThat(line.product().name()).isEqualTo(product.name());
        assertThat(line.product().category()).isEqualTo("+food");
        assertThat(line.product().isActive()).isFalse();
        assertThat(line.price()).isEqualTo(Money.of(5, "JPY"));
    }
}
