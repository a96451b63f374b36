package io.tillgate.sales.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.sales.domain.Taxes.TaxLine;
import io.tillgate.sales.domain.Taxes.Taxed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaxesTest {
    @Test
    void included_tax_is_taken_out_of_the_price() {
        assertThat(Taxes.of(List.of(new Taxed("0.13", 11300)), 0, true))
                .containsExactly(new TaxLine("0.13", 10000, 1300));
    }

    @Test
    void excluded_tax_comes_on_top() {
        List<TaxLine> taxes = Taxes.of(List.of(new Taxed("0.2", 1000), new Taxed("0", 500)), 0, false);

        assertThat(taxes).containsExactly(new TaxLine("0", 500, 0), new TaxLine("0.2", 1000, 200));
        assertThat(Taxes.sum(taxes)).isEqualTo(200);
    }

    @Test
    void one_rate_written_two_ways_is_one_rate() {
        assertThat(Taxes.of(List.of(new Taxed("0.2", 100), new Taxed("0.200", 100)), 0, false))
                .containsExactly(new TaxLine("0.2", 200, 40));
    }

    @Test
    void the_basket_discount_is_shared_to_the_unit() {
        Random random = new Random(20101201);
        for (int i = 0; i < 2_000; i++) {
            List<Taxed> lines = new ArrayList<>();
            long sum = 0;
            for (int line = 0; line < 1 + random.nextInt(12); line++) {
                long amount = random.nextInt(100_000);
                lines.add(new Taxed(List.of("0", "0.05", "0.06", "0.13", "0.19").get(random.nextInt(5)), amount));
                sum += amount;
            }
            long discount = sum == 0 ? 0 : random.nextLong(sum + 1);

            List<TaxLine> taxes = Taxes.of(lines, discount, true);

            assertThat(taxes.stream().mapToLong(tax -> tax.net() + tax.tax()).sum())
                    .isEqualTo(sum - discount);
            assertThat(taxes).allMatch(tax -> tax.net() >= 0 && tax.tax() >= 0);
        }
    }

    @Test
    void a_rate_is_a_plain_decimal_between_zero_and_one() {
        assertThat(List.of("0", "0.13", "0.0825", "1", "1.00")).allMatch(Taxes::isRate);
        assertThat(List.of("", "-0.1", "0.1234567", "13", "1.1", "1e-1", ".5", "0."))
                .noneMatch(Taxes::isRate);
    }
}
