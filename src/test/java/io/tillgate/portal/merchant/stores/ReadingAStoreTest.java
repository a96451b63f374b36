package io.tillgate.portal.merchant.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillgate.merchants.Store;
import io.tillgate.portal.merchant.shop.Fields;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingAStoreTest {
    @Test
    void every_mistake_of_a_store_is_said_at_once_at_its_field() {
        Fields sent = fields(Map.of("phone", "ask inside", "timeZone", "Mars/Olympus", "address.country", "XX"));

        Refusal refused = catchThrowableOfType(Refusal.class, () -> StoreFields.details(sent));

        assertThat(refused.violations())
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(
                        "/name/en", "/address/line1", "/address/city", "/phone", "/address/country", "/timeZone");
    }

    @Test
    void a_store_keeps_what_its_page_shows() {
        Map<String, String> written = Map.of(
                "name.en",
                "Quay",
                "name.zh",
                "海港",
                "address.line1",
                "Kade 1",
                "address.city",
                "Rotterdam",
                "address.country",
                "NL",
                "timeZone",
                "Europe/Amsterdam");

        Store.Details details = StoreFields.details(fields(written));

        assertThat(StoreFields.values(details)).isEqualTo(written);
    }

    private static Fields fields(Map<String, String> sent) {
        MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
        sent.forEach(form::add);
        return new Fields(form);
    }
}
