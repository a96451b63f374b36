package io.tillgate.catalogue;

import io.tillgate.catalogue.domain.Barcode;
import io.tillgate.catalogue.domain.TaxRate;
import io.tillgate.platform.http.RequiredMembers;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product as someone wants it. {@link #violations()} lists every mistake; nothing is stored while there is one.
 *
 * @param sku 1 to 64 letters, digits, spaces and {@code . _ / + -}; names the product on terminals
 * @param unit {@code piece}, {@code weight} or {@code volume}
 * @param taxRate decimal string from 0 to 1 with at most 4 places, for example {@code 0.13}
 * @param barcodes GTIN-8, 12, 13 or 14, at most {@value #BARCODES_MAX}
 */
public record SaveProduct(
        String sku,
        ProductNames name,
        @Schema(enumeration = {"piece", "weight", "volume"}) String unit,
        String taxRate,
        @Nullable String category,
        @Nullable Boolean active,
        @Nullable List<String> barcodes) {
    static final int BARCODES_MAX = 20;
    static final int CATEGORY_MAX = 100;
    // no quotes and no backslash: a sku is written into canonical JSON by the database too
    private static final Pattern SKU =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._/+-]{0,62}[\\p{L}\\p{N}._/+-])?");

    public List<String> codes() {
        return barcodes == null ? List.of() : barcodes;
    }

    public boolean isActive() {
        return active == null || active;
    }

    /** Every mistake, with a JSON pointer each; empty when the product can be stored. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (sku.isBlank()) {
            found.add(new Violation("/sku", "REQUIRED", "a product has an article number"));
        } else if (!SKU.matcher(sku).matches()) {
            found.add(new Violation("/sku", "SKU", "1 to 64 letters, digits, spaces inside, and . _ / + -"));
        }
        found.addAll(name.violations());
        if (UnitOfSale.ofWord(unit).isEmpty()) {
            found.add(new Violation("/unit", "UNIT", "piece, weight or volume"));
        }
        if (!TaxRate.isValid(taxRate)) {
            found.add(
                    new Violation("/taxRate", "TAX_RATE", "a decimal from 0 to 1 with at most 4 places, such as 0.13"));
        }
        if (category != null && (category.isBlank() || category.length() > CATEGORY_MAX)) {
            found.add(new Violation("/category", "LENGTH", "1 to " + CATEGORY_MAX + " characters, or leave it out"));
        }
        checkBarcodes(found);
        return found;
    }

    /** Refuses with all mistakes at once. */
    public void check() {
        RequiredMembers.check(this);
        List<Violation> found = violations();
        if (!found.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "The product has mistakes.", found);
        }
    }

    private void checkBarcodes(List<Violation> found) {
        if (codes().size() > BARCODES_MAX) {
            found.add(new Violation("/barcodes", "TOO_MANY", "at most " + BARCODES_MAX + " barcodes"));
        }
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(codes().size(), BARCODES_MAX); i++) {
            if (!Barcode.isValid(codes().get(i))) {
                found.add(new Violation(
                        "/barcodes/" + i, "BARCODE", "8, 12, 13 or 14 digits, the last of them the check digit"));
            } else if (!seen.add(codes().get(i))) {
                found.add(new Violation("/barcodes/" + i, "DUPLICATE", "the same barcode twice"));
            }
        }
    }
}
