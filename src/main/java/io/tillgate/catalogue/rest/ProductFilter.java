package io.tillgate.catalogue.rest;

import io.tillgate.catalogue.store.ProductQuery;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** {@code ?q=&barcode=&category=&merchant=} of the product list. */
public final class ProductFilter {
    private static final int TEXT_MAX = 100;

    @QueryParam("q")
    private @Nullable String text;

    @QueryParam("barcode")
    private @Nullable String barcode;

    @QueryParam("category")
    private @Nullable String category;

    @QueryParam("merchant")
    private @Nullable MerchantId merchant;

    @Nullable
    MerchantId merchant() {
        return merchant;
    }

    ProductQuery toQuery(PageRequest page) {
        if (text != null && text.length() > TEXT_MAX) {
            throw new Refusal(CommonProblem.VALIDATION, "q holds at most " + TEXT_MAX + " characters");
        }
        return new ProductQuery(text, barcode, category, page.limit(), page.after());
    }
}
