package io.tillgate.portal.merchant.goods;

import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.SaveProduct;
import io.tillgate.portal.merchant.goods.ProductDetail.Fields;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the form of a product sends. People write the tax in percent; the catalogue keeps a share. */
public class ProductFields {
    @RestForm
    @Nullable
    String once;

    @RestForm
    @Nullable
    String version;

    @RestForm
    @Nullable
    String sku;

    @RestForm
    @Nullable
    String nameEn;

    @RestForm
    @Nullable
    String nameZh;

    @RestForm
    @Nullable
    String unit;

    @RestForm
    @Nullable
    String taxRate;

    @RestForm
    @Nullable
    String category;

    @RestForm
    @Nullable
    String barcodes;

    @RestForm
    @Nullable
    String active;

    int versionRead() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    SaveProduct wanted() {
        return new SaveProduct(
                text(sku),
                new ProductNames(orNull(nameEn), orNull(nameZh)),
                text(unit),
                share(text(taxRate)),
                orNull(category),
                active != null,
                codes());
    }

    Fields shown() {
        return new Fields(
                text(sku),
                text(nameEn),
                text(nameZh),
                text(unit),
                text(taxRate),
                text(category),
                text(barcodes),
                active != null,
                text(version));
    }

    static Fields of(Product product) {
        return new Fields(
                product.sku(),
                Objects.requireNonNullElse(product.name().en(), ""),
                Objects.requireNonNullElse(product.name().zh(), ""),
                product.unit(),
                new BigDecimal(product.taxRate())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString(),
                Objects.requireNonNullElse(product.category(), ""),
                String.join("\n", product.barcodes()),
                product.active(),
                Integer.toString(product.version()));
    }

    private List<String> codes() {
        return Arrays.stream(text(barcodes).split("[\\s,;]+", -1))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** What is no number stays as it is, and is refused as such. */
    private static String share(String percent) {
        String digits = percent.replace(',', '.').replace("%", "").strip();
        return digits.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")
                ? new BigDecimal(digits).movePointLeft(2).stripTrailingZeros().toPlainString()
                : percent;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text(text).isEmpty() ? null : text(text);
    }
}
