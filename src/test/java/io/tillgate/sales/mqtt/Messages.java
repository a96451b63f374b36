package io.tillgate.sales.mqtt;

import io.tillgate.payments.RequestKey;
import io.tillgate.sales.usecase.SellGoods;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** Messages as terminals send them, right in every way; tests spoil them. */
final class Messages {
    static final UUID ID = UUID.fromString("0193a000-0000-7000-8000-000000000001");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final TerminalId TERMINAL = new TerminalId(new UUID(2, 2));

    private Messages() {}

    static SellGoods.Request request() {
        return new SellGoods.Request(
                RequestKey.ofTerminal(TENANT, TERMINAL, ID), new byte[32], Instant.parse("2026-11-22T10:00:25Z"));
    }

    static JsonObject amount(Object value, String currency) {
        return new JsonObject().put("value", value).put("currency", currency);
    }

    static JsonObject cashSale() {
        return new JsonObject()
                .put("type", "sale")
                .put("amount", amount(2000, "EUR"))
                .put("cash", new JsonObject())
                .put("basket", basket());
    }

    static JsonObject cardSale() {
        JsonObject sale = cashSale().put("card", card());
        sale.remove("cash");
        return sale;
    }

    static JsonObject card() {
        return new JsonObject()
                .put("entry", "chip")
                .put("emv", "9F2608A1B2C3D4E5F60708")
                .put(
                        "data",
                        new JsonObject()
                                .put("scheme", "aes-dukpt")
                                .put("ksn", "000000010000002A00000001")
                                .put("ciphertext", "00".repeat(32)));
    }

    static JsonObject basket() {
        return new JsonObject()
                .put("lines", new JsonArray().add(line()))
                .put("discount", 0)
                .put("taxIncluded", true)
                .put("total", 2000);
    }

    static JsonObject line() {
        return new JsonObject()
                .put("sku", "85123A")
                .put("quantity", "2")
                .put("unitPrice", 1050)
                .put("discount", 100)
                .put("taxRate", "0.13");
    }
}
