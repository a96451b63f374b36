package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.launcher.SettlementAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bank's own word: whose files it fetched, what it answered, what it booked. */
final class BankBook {
    private final ControlPort port;

    BankBook(ControlPort port) {
        this.port = port;
    }

    /** The bank serves one more tenant, with the credentials that it was handed. */
    void serve(String slug, Api.Who client) {
        port.post(
                "/customers",
                Shop.JSON
                        .createObjectNode()
                        .put("slug", slug)
                        .put("realm", client.realm())
                        .put("clientId", client.username())
                        .put("clientSecret", client.password())
                        .put("account", account()));
    }

    private static @Nullable String account() {
        try (InputStream file = BankBook.class.getResourceAsStream("/demo/tenant.yaml")) {
            return SettlementAccount.in(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where a tenant is paid. */
    HostMoney moneyFor(String slug) {
        return new HostMoney(port, slug, "Card host clearing");
    }

    /** Where the log ends now; what happens later has a higher number. */
    long mark() {
        return port.get("/log/end").get("seq").asLong();
    }

    /** How often the bank did this for a tenant, and was answered with a success, since a mark. */
    long count(long mark, String slug, String action) {
        long count = 0;
        for (JsonNode line : port.get("/log?since=" + mark)) {
            boolean well = line.get("status").asInt() / 100 == 2;
            if (well
                    && line.path("customer").asText().equals(slug)
                    && line.get("action").asText().equals(action)) {
                count++;
            }
        }
        return count;
    }
}
