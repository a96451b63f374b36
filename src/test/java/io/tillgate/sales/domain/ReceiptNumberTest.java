package io.tillgate.sales.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptNumberTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 22);

    @Test
    void a_number_follows_from_the_sale_and_reads_aloud() {
        UUID sale = UUID.fromString("0193a000-0000-7000-8000-000000000001");

        assertThat(ReceiptNumber.of(DATE, sale))
                .isEqualTo(ReceiptNumber.of(DATE, sale))
                .matches("261122-[0-9A-HJKMNP-TV-Z]{8}");
    }

    @Test
    void neighbouring_sales_have_different_numbers() {
        Random random = new Random(1);
        Set<String> numbers = new HashSet<>();

        for (int i = 0; i < 10_000; i++) {
            numbers.add(ReceiptNumber.of(DATE, new UUID(0x0193a00000007000L + i, random.nextLong())));
        }

        assertThat(numbers).hasSize(10_000);
    }
}
