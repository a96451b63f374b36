package io.tillgate.sales.rest;

import io.tillgate.sales.receipt.ReceiptText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which receipt, and how. Without a payment: the sale's own, of its first tender that stands. Without a language: the tenant's. */
public record ReceiptQuery(
        @QueryParam("payment") @Nullable UUID payment,

        @QueryParam("lang") @DefaultValue("") @Pattern(regexp = "|en|zh")
        String lang,

        @QueryParam("format") @DefaultValue("json") @Pattern(regexp = "json|text")
        String format,

        @QueryParam("copy") @DefaultValue("customer") @Pattern(regexp = "customer|merchant")
        String copy,

        @QueryParam("columns") @DefaultValue("32") @Pattern(regexp = "32|42")
        String paper) {

    int columns() {
        return paper.equals("42") ? ReceiptText.Form.WIDE : ReceiptText.Form.NARROW;
    }
}
