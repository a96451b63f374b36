package io.tillgate.portal.merchant.sales;

import io.tillgate.portal.frame.Amounts;
import io.tillgate.portal.merchant.shop.Address;
import io.tillgate.sales.SaleState;
import io.tillgate.sales.SalesAsked;
import io.tillgate.shared.Money;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.Terminal;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of sales, as they stand in the address bar. What cannot be read asks nothing, since an address may
 * be cut short by whoever passes it on.
 */
public record SalesQuery(
        @QueryParam("q") @Nullable String text,
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("store") @Nullable String store,
        @QueryParam("till") @Nullable String till,
        @QueryParam("state") @Nullable String state,
        @QueryParam("after") @Nullable String after) {
    private static final int TEXT_MAX = 40;

    /** What the search field means: four digits are a card's last, a sum is the total, a till's number is that till. */
    SalesAsked asked(List<Terminal> tills, Currency currency) {
        String search = text == null ? "" : text.strip();
        Terminal named = tills.stream()
                .filter(each -> each.number().equalsIgnoreCase(search))
                .findFirst()
                .orElse(null);
        boolean lastFour = named == null && search.matches("[0-9]{4}");
        Long total = named == null && !lastFour ? amount(search, currency) : null;
        boolean receipt = named == null && !lastFour && total == null && !search.isEmpty();
        return new SalesAsked(
                Address.day(from),
                Address.day(to),
                null,
                id(store, StoreId::new),
                named != null ? named.id() : id(till, TerminalId::new),
                saleState(),
                total,
                lastFour ? search : null,
                receipt ? search.substring(0, Math.min(search.length(), 20)).toUpperCase(Locale.ROOT) : null);
    }

    /** Without the place in the list. */
    Address address() {
        return Address.EMPTY
                .with("q", text == null ? null : text.substring(0, Math.min(text.length(), TEXT_MAX)))
                .with("from", from)
                .with("to", to)
                .with("store", store)
                .with("till", till)
                .with("state", state);
    }

    private @Nullable SaleState saleState() {
        return Arrays.stream(SaleState.values())
                .filter(each -> each.code().equals(state))
                .findFirst()
                .orElse(null);
    }

    /** {@code 12.50} or {@code 12,50}, with or without a symbol; a whole number of five digits and more is no amount. */
    private static @Nullable Long amount(String search, Currency currency) {
        String digits = search.replaceAll("[\\s\\p{Sc}]", "").replace(',', '.');
        if (!digits.matches("[0-9]{1,9}\\.[0-9]{1,3}") && !digits.matches("[0-9]{1,3}")) {
            return null;
        }
        Money amount = Amounts.of(digits, currency);
        return amount == null ? null : amount.value();
    }

    private static <T> @Nullable T id(@Nullable String text, Function<UUID, T> of) {
        try {
            return text == null || text.isBlank() ? null : of.apply(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
