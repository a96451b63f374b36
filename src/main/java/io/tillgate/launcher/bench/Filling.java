package io.tillgate.launcher.bench;

import io.tillgate.launcher.Places;
import io.tillgate.launcher.Secrets;
import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.LedgerAccount;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows for figures that need more sales than tills can make in a minute, written straight into the embedded database by the
 * owner of its tables. What the service itself would have written: the ledger's triggers check the book.
 */
final class Filling implements AutoCloseable {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int CHUNK = 5_000;
    /** The line of the server's own file that names its port. */
    private static final int PORT_LINE = 3;

    private static final String UNSEALED = "select count(*) from journal_entry e left join ledger_chain c"
            + " on c.tenant_id = e.tenant_id where e.tenant_id = ?"
            + " and (c.tenant_id is null or (e.inserted_by, e.id) > (c.sealed_by, c.sealed_entry))";

    private final Connection connection;
    private final TenantId tenant;

    private Filling(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** A merchant account and the merchant it belongs to. */
    record Shop(UUID merchant, UUID account) {}

    static Filling of(Path data, TenantId tenant) {
        Secrets secrets = Secrets.of(Places.at(Path.of(""), data));
        try {
            String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            Filling filling = new Filling(
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/tillgate",
                            "tillgate_owner",
                            secrets.get(Secrets.Name.TILLGATE_OWNER)),
                    tenant);
            filling.number("select length(set_config('tillgate.tenants', ?, false))", tenant.toString());
            return filling;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new IllegalStateException("the database cannot be filled", refused);
        }
    }

    /** Figures of so many past sales of one merchant. */
    void history(Shop shop, LocalDate today, int sales) {
        number(resource("history.sql"), tenant.value(), today, shop.merchant(), shop.account(), sales);
        vacuum(Stream.of("payment", "hour", "day", "basket_hour", "product", "product_week")
                .map(name -> "analytics_" + name));
    }

    /** So many merchants that may be paid. */
    List<Shop> merchants(int count) {
        List<Shop> shops = Stream.generate(() -> new Shop(UUID.randomUUID(), UUID.randomUUID()))
                .limit(count)
                .toList();
        number(
                resource("merchants.sql"),
                tenant.value(),
                ids(shops, Shop::merchant),
                ids(shops, Shop::account),
                ids(shops, shop -> account(AccountCode.MERCHANT_PAYABLE, shop)),
                ids(shops, shop -> account(AccountCode.MERCHANT_RESERVE, shop)),
                900_000_000_000_000L + System.currentTimeMillis() % 1_000_000_000L * 10_000);
        return shops;
    }

    /** A day's sales by card, spread over these merchants. */
    void sales(List<Shop> shops, LocalDate day, int sales) {
        String sql = resource("sales.sql");
        UUID[] payable = ids(shops, shop -> account(AccountCode.MERCHANT_PAYABLE, shop));
        for (int first = 1; first <= sales; first += CHUNK) {
            number(
                    sql,
                    tenant.value(),
                    day,
                    LedgerAccount.ofTenant(tenant, AccountCode.CARD_HOST_RECEIVABLE, EUR)
                            .id(),
                    LedgerAccount.ofTenant(tenant, AccountCode.FEE_INCOME, EUR).id(),
                    ids(shops, Shop::merchant),
                    ids(shops, Shop::account),
                    payable,
                    first,
                    Math.min(first + CHUNK - 1, sales));
        }
        vacuum(Stream.of("payment", "journal_source", "journal_entry", "journal_posting", "ledger_balance"));
    }

    /** Entries that the sealer has not numbered yet. */
    long unsealed() {
        return number(UNSEALED, tenant.value());
    }

    /** As autovacuum would have by the end of a day. */
    private void vacuum(Stream<String> tables) {
        tables.forEach(table -> {
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum (analyze) " + table);
            } catch (SQLException fault) {
                throw new IllegalStateException(fault);
            }
        });
    }

    private UUID account(AccountCode code, Shop shop) {
        return LedgerAccount.ofMerchant(tenant, code, new MerchantAccountId(shop.account()), EUR)
                .id();
    }

    private static UUID[] ids(List<Shop> shops, Function<Shop, UUID> id) {
        return shops.stream().map(id).toArray(UUID[]::new);
    }

    private long number(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i] instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : values[i];
                statement.setObject(i + 1, value);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("the database cannot be filled: " + fault.getMessage(), fault);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Filling.class.getResourceAsStream("/bench/" + name)) {
            String all = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return all.replaceAll("(?m)^--.*\\R", "");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
