package io.tillgate.merchants.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.BusinessIdentity;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.MerchantNumber;
import io.tillgate.merchants.Standing;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.TradingAccount;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.Identifier;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Single rows by key, in plain SQL, for the paths of other packages. */
@ApplicationScoped
public class MerchantLookups {
    private static final String ACCOUNT = "select a.*, m.may_trade, m.may_be_paid, m.standing_reason"
            + " from merchant_account a join merchant m on m.tenant_id = a.tenant_id and m.id = a.merchant_id"
            + " where a.tenant_id = $1 and ";

    private static final String NAMES = "select id, trading_name from merchant where tenant_id = $1 and id = any ($2)";

    private final TenantTransaction transactions;

    MerchantLookups(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    public Uni<Optional<TradingAccount>> account(TenantId tenant, MerchantNumber number) {
        return one(tenant, ACCOUNT + "a.number = $2", number.value(), MerchantLookups::tradingAccount);
    }

    public Uni<Optional<TradingAccount>> account(TenantId tenant, MerchantAccountId id) {
        return one(tenant, ACCOUNT + "a.id = $2", id.value(), MerchantLookups::tradingAccount);
    }

    public Uni<Optional<Merchant>> merchant(TenantId tenant, MerchantId id) {
        return byId(tenant, "merchant", id, MerchantLookups::merchant);
    }

    public Uni<Map<MerchantId, String>> names(TenantId tenant, Collection<MerchantId> ids) {
        Tuple asked = Tuple.of(tenant.value())
                .addArrayOfUUID(ids.stream().map(MerchantId::value).toArray(UUID[]::new));
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection.preparedQuery(NAMES).execute(asked))
                .map(rows -> {
                    Map<MerchantId, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(new MerchantId(row.getUUID("id")), row.getString("trading_name")));
                    return names;
                });
    }

    public Uni<Optional<Store>> store(TenantId tenant, StoreId id) {
        return byId(tenant, "store", id, MerchantLookups::store);
    }

    public Uni<Optional<BankAccount>> payoutAccount(TenantId tenant, MerchantAccountId account) {
        return one(
                tenant,
                "select b.* from bank_account b join merchant_account a on a.tenant_id = b.tenant_id"
                        + " and a.payout_account_id = b.id where a.tenant_id = $1 and a.id = $2",
                account.value(),
                MerchantLookups::bankAccount);
    }

    public Uni<Long> count(TenantId tenant) {
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection
                                .preparedQuery("select count(*) as n from merchant where tenant_id = $1")
                                .execute(Tuple.of(tenant.value())))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    private <T> Uni<Optional<T>> byId(TenantId tenant, String table, Identifier id, Function<Row, T> read) {
        return one(tenant, "select * from " + table + " where tenant_id = $1 and id = $2", id.value(), read);
    }

    private <T> Uni<Optional<T>> one(TenantId tenant, String sql, Object key, Function<Row, T> read) {
        return transactions.sql(
                Scope.tenant(tenant),
                connection -> connection
                        .preparedQuery(sql)
                        .execute(Tuple.of(tenant.value(), key))
                        .map(rows -> rows.iterator().hasNext()
                                ? Optional.of(read.apply(rows.iterator().next()))
                                : Optional.empty()));
    }

    private static TradingAccount tradingAccount(Row row) {
        return new TradingAccount(
                new MerchantAccount(
                        new TenantId(row.getUUID("tenant_id")),
                        new MerchantAccountId(row.getUUID("id")),
                        new MerchantId(row.getUUID("merchant_id")),
                        row.getInteger("version"),
                        new MerchantNumber(row.getString("number")),
                        Currency.getInstance(row.getString("currency")),
                        row.getString("category_code"),
                        row.getString("fee_plan"),
                        row.getUUID("payout_account_id"),
                        row.getBoolean("open")),
                standing(row));
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.getBoolean("may_trade"), row.getBoolean("may_be_paid"), row.getString("standing_reason"));
    }

    private static Merchant merchant(Row row) {
        return new Merchant(
                new TenantId(row.getUUID("tenant_id")),
                new MerchantId(row.getUUID("id")),
                row.getInteger("version"),
                new BusinessIdentity(
                        row.getString("legal_name"),
                        row.getString("trading_name"),
                        row.getString("legal_form"),
                        row.getString("country"),
                        row.getString("registration_number"),
                        row.getString("website")),
                standing(row),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static Store store(Row row) {
        return new Store(
                new TenantId(row.getUUID("tenant_id")),
                new StoreId(row.getUUID("id")),
                new MerchantId(row.getUUID("merchant_id")),
                row.getInteger("version"),
                new Store.Details(
                        new Store.Name(row.getString("name_en"), row.getString("name_zh")),
                        new Store.Address(
                                row.getString("line1"),
                                row.getString("line2"),
                                row.getString("city"),
                                row.getString("region"),
                                row.getString("postal_code"),
                                row.getString("country")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("phone")),
                row.getBoolean("archived"));
    }

    private static BankAccount bankAccount(Row row) {
        String iban = row.getString("iban");
        return iban != null
                ? new BankAccount.ByIban(row.getString("holder"), new Iban(iban))
                : new BankAccount.ByCnaps(
                        row.getString("holder"),
                        new CnapsCode(row.getString("cnaps")),
                        row.getString("account_number"));
    }
}
