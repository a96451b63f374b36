package io.tillgate.sales.mqtt;

import io.tillgate.platform.http.CanonicalJson;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.domain.Taxes;
import io.tillgate.sales.usecase.SellGoods.Basket;
import io.tillgate.sales.usecase.SellGoods.Line;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code basket} of a sale: its form only; prices, stock and coupons are judged against the catalogue. */
final class BasketMessage {
    static final int LINES_MAX = 500;
    private static final Set<String> BASKET = Set.of("lines", "discount", "taxIncluded", "total");
    private static final Set<String> LINE =
            Set.of("sku", "name", "quantity", "unitPrice", "discount", "coupon", "taxRate");

    private BasketMessage() {}

    static @Nullable Basket read(Fields sale) {
        Fields basket = sale.optionalObject("basket", BASKET);
        if (basket == null) {
            return null;
        }
        List<Line> lines = basket.objects("lines", LINES_MAX, LINE).stream()
                .map(BasketMessage::line)
                .toList();
        if (lines.isEmpty()) {
            throw basket.missing("lines");
        }
        return new Basket(
                lines,
                notNegative(basket, "discount", 0),
                basket.flagOr("taxIncluded", true),
                notNegative(basket, "total", basket.integer("total")),
                HexFormat.of().formatHex(CanonicalJson.sha256(basket.json().encode())));
    }

    private static Line line(Fields line) {
        String taxRate = line.optionalText("taxRate", 8);
        if (taxRate != null && !Taxes.isRate(taxRate)) {
            throw line.invalid("taxRate", "must be a decimal from 0 to 1 with at most 6 places, such as \"0.13\"");
        }
        return new Line(
                line.text("sku", 64),
                line.optionalText("name", 200),
                line.text("quantity", 40),
                notNegative(line, "unitPrice", line.integer("unitPrice")),
                notNegative(line, "discount", 0),
                line.optionalText("coupon", 40),
                taxRate);
    }

    private static long notNegative(Fields fields, String name, long otherwise) {
        long value = fields.integerOr(name, otherwise);
        if (value < 0 || value > SaleMessage.AMOUNT_MAX) {
            throw fields.refused(SaleProblem.LINE_INVALID, name, "must be between 0 and " + SaleMessage.AMOUNT_MAX);
        }
        return value;
    }
}
