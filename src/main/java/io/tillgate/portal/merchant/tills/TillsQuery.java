package io.tillgate.portal.merchant.tills;

import io.tillgate.portal.merchant.shop.Address;
import io.tillgate.terminals.Terminal;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filters of the list of tills, as they stand in the address bar. What cannot be read asks nothing. */
public record TillsQuery(
        @QueryParam("q") @Nullable String text,
        @QueryParam("store") @Nullable String store,
        @QueryParam("state") @Nullable String state) {

    /** What a till is doing, in the order in which it needs a person. */
    enum Doing {
        BLOCKED,
        OFFLINE,
        CREATED,
        ONLINE,
        REVOKED;

        static Doing of(Terminal till) {
            return switch (till.status()) {
                case CREATED -> CREATED;
                case BLOCKED -> BLOCKED;
                case REVOKED -> REVOKED;
                case ACTIVE -> TillWords.isOnline(till) ? ONLINE : OFFLINE;
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean asksFor(Terminal till) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        boolean found = wanted.isEmpty()
                || till.number().toLowerCase(Locale.ROOT).contains(wanted)
                || till.label().toLowerCase(Locale.ROOT).contains(wanted);
        boolean there =
                store == null || store.isBlank() || till.storeId().toString().equals(store);
        return found && there && doing().map(each -> each == Doing.of(till)).orElse(true);
    }

    Optional<Doing> doing() {
        return Arrays.stream(Doing.values())
                .filter(each -> each.code().equals(state))
                .findFirst();
    }

    Address address() {
        return Address.EMPTY.with("q", text).with("store", store).with("state", state);
    }
}
