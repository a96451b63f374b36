package io.tillgate.sales.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.catalogue.RetailLines;
import io.tillgate.catalogue.RetailLines.RetailLine;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.domain.Taxes;
import io.tillgate.sales.usecase.SellGoods.Basket;
import io.tillgate.sales.usecase.SellGoods.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real invoices, with discounts and rates drawn by a seeded die. */
class RetailBasketsTest {
    private static final BasketPolicy.Terms TERMS =
            new BasketPolicy.Terms(Currency.getInstance("GBP"), Instant.EPOCH, Instant.EPOCH, true, true);
    private static final BasketPolicy.Known NOTHING_KNOWN = new BasketPolicy.Known(Map.of(), Map.of());

    @Test
    void every_invoice_adds_up_and_its_taxes_are_within_it() {
        Random die = new Random(536365);
        Map<String, List<RetailLine>> invoices = RetailLines.all().stream()
                .filter(line -> line.quantity().matches("[1-9][0-9]*") && line.unitPrice() >= 0)
                .filter(line -> !line.name().isEmpty())
                .collect(Collectors.groupingBy(RetailLine::invoice));

        for (List<RetailLine> invoice : invoices.values()) {
            Basket basket = basket(invoice, die);

            List<SaleLine> lines = BasketPolicy.check(basket, NOTHING_KNOWN, TERMS);

            long net = Taxes.of(BasketPolicy.taxed(lines), basket.discount(), true).stream()
                    .mapToLong(tax -> tax.net() + tax.tax())
                    .sum();
            assertThat(net).isEqualTo(basket.total());
            assertThat(lines).hasSameSizeAs(invoice);
        }
        assertThat(invoices).isNotEmpty();
    }

    private static Basket basket(List<RetailLine> invoice, Random die) {
        List<Line> lines = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (RetailLine sold : invoice) {
            BigDecimal gross = new BigDecimal(sold.quantity()).multiply(BigDecimal.valueOf(sold.unitPrice()));
            long discount = die.nextInt(4) == 0 ? die.nextLong(gross.longValueExact() + 1) : 0;
            String rate = die.nextBoolean() ? "0.2" : "0.05";
            lines.add(new Line(sold.sku(), sold.name(), sold.quantity(), sold.unitPrice(), discount, null, rate));
            sum = sum.add(gross).subtract(BigDecimal.valueOf(discount));
        }
        long total = sum.longValueExact();
        long discount = die.nextLong(total + 1);
        return new Basket(lines, discount, true, total - discount, "");
    }
}
