package io.tillgate.portal.merchant.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.sales.SaleState;
import io.tillgate.sales.SalesAsked;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskingForSalesTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void the_search_field_takes_whatever_stands_on_a_receipt() {
        assertThat(asked("5556").lastFour()).isEqualTo("5556");
        assertThat(asked("12.50").total()).isEqualTo(1250);
        assertThat(asked("€ 12,50").total()).isEqualTo(1250);
        assertThat(asked("261122-7k3m9qzx").receipt()).isEqualTo("261122-7K3M9QZX");
        assertThat(asked("  ")).isEqualTo(asked(null));
    }

    @Test
    void what_an_address_holds_and_nobody_can_read_asks_nothing() {
        SalesQuery query = new SalesQuery(null, "yesterday", "2026-11-22", "no-id", "", "sold", null);

        SalesAsked asked = query.asked(List.of(), EUR);

        assertThat(asked.from()).isNull();
        assertThat(asked.to()).hasToString("2026-11-22");
        assertThat(asked.store()).isNull();
        assertThat(asked.state()).isNull();
    }

    @Test
    void the_address_of_the_next_page_holds_every_filter() {
        SalesQuery query = new SalesQuery("a&b", "2026-11-01", null, null, null, "paid", "before");

        assertThat(query.asked(List.of(), EUR).state()).isEqualTo(SaleState.PAID);
        assertThat(query.address().with("after", "x").text()).isEqualTo("?q=a%26b&from=2026-11-01&state=paid&after=x");
        assertThat(new SalesQuery(null, null, null, null, null, null, "x")
                        .address()
                        .isNarrowed())
                .isFalse();
    }

    private static SalesAsked asked(@Nullable String text) {
        return new SalesQuery(text, null, null, null, null, null, null).asked(List.of(), EUR);
    }
}
