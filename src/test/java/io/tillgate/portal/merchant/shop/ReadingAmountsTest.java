package io.tillgate.portal.merchant.shop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillgate.shared.Refusal;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingAmountsTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void amounts_that_are_none_are_mistakes() {
        for (String text : new String[] {"12.345", "1,250", "12.", "-1", "1e3", "twelve", "99999999999999999"}) {
            Fields sent = fields(Map.of("amount", text));

            assertThat(sent.money("amount", EUR)).as(text).isNull();
            assertThat(catchThrowableOfType(Refusal.class, sent::check))
                    .as(text)
                    .isNotNull();
        }
        assertThat(requireNonNull(fields(Map.of("amount", "€ 1 250,50")).money("amount", EUR))
                        .value())
                .isEqualTo(125_050);
    }

    private static Fields fields(Map<String, String> sent) {
        MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
        sent.forEach(form::add);
        return new Fields(form);
    }
}
