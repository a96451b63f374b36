package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenant;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Merchants of the tenant {@code harbour}, or of another, and what they took in euros, written as the sale path writes it, without terminals and hosts. */
@ApplicationScoped
public class Trade {
    static final TenantId TENANT = Tenant.idOf("harbour");
    static final Currency EUR = Currency.getInstance("EUR");
    static final Duration SOON = Duration.ofSeconds(60);
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() % 1_000_000_000L);
    private static final int CHUNK = 2_000;

    private static final String MERCHANTS = """
            with m as (
              insert into merchant (tenant_id, id, application_id, legal_name, trading_name, legal_form, country,
                                    registration_number, created_at)
              select $1, id, gen_random_uuid(), 'Shop ' || id, 'Shop ' || id, 'BV', 'NL', '12345678', now()
                from unnest($2::uuid[]) as t(id)),
            b as (
              insert into bank_account (tenant_id, id, merchant_id, holder, iban, created_at)
              select $1, id, id, '张伟 & Sons', 'NL91ABNA0417164300', now() from unnest($2::uuid[]) as t(id))
            insert into merchant_account (tenant_id, id, merchant_id, number, currency, category_code, fee_plan,
                                          payout_account_id, created_at)
            select $1, account, id, number, 'EUR', '5411', 'standard', id, now()
              from unnest($2::uuid[], $3::uuid[], $4::text[]) as t(id, account, number)""";
    private static final String PAYMENTS = """
            insert into payment (tenant_id, business_date, id, merchant_id, merchant_account_id, store_id, terminal_number,
                                 merchant_number, mcc, zone, request_channel, request_id, sale_id, kind, tender, state, amount,
                                 currency, approved_amount, fee, duty, card_masked, card_scheme)
            select $1, $2, id, merchant, account, gen_random_uuid(), 'T0000001', '000000000000001', '5411', 'UTC', 'test', id,
                   id, kind, 'card', 'approved', amount, 'EUR', amount, fee, 'nothing', '411111******1111', 'visa'
              from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[], $8::bigint[])
                as t(id, merchant, account, kind, amount, fee)""";

    private final TenantTransaction transactions;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final TenantId tenant;

    @Inject
    Trade(TenantTransaction transactions, Ledger ledger, BusinessClock clock) {
        this(transactions, ledger, clock, TENANT);
    }

    private Trade(TenantTransaction transactions, Ledger ledger, BusinessClock clock, TenantId tenant) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.clock = clock;
        this.tenant = tenant;
    }

    /** The same in another tenant. */
    Trade in(TenantId other) {
        return new Trade(transactions, ledger, clock, other);
    }

    /** A merchant with one account. */
    public record Shop(MerchantId merchant, MerchantAccountId account) {}

    /** One payment: {@code sale} or {@code refund}. */
    public record Taken(Shop shop, UUID payment, String kind, long amount, long fee) {
        static Taken sale(Shop shop, long amount, long fee) {
            return new Taken(shop, UUID.randomUUID(), "sale", amount, fee);
        }

        static Taken refund(Shop shop, long amount, long fee) {
            return new Taken(shop, UUID.randomUUID(), "refund", amount, fee);
        }

        long net() {
            return kind.equals("sale") ? amount - fee : -amount - fee;
        }
    }

    Shop open() {
        return open(1).getFirst();
    }

    List<Shop> open(int shops) {
        List<Shop> opened = new ArrayList<>();
        for (int i = 0; i < shops; i++) {
            opened.add(new Shop(new MerchantId(UUID.randomUUID()), new MerchantAccountId(UUID.randomUUID())));
        }
        sql(connection -> connection
                .preparedQuery(MERCHANTS)
                .execute(Tuple.of(tenant.value())
                        .addValue(opened.stream().map(s -> s.merchant.value()).toArray(UUID[]::new))
                        .addValue(opened.stream().map(s -> s.account.value()).toArray(UUID[]::new))
                        .addValue(opened.stream()
                                .map(s -> String.format("%015d", 700_000_000_000_000L + NUMBERS.incrementAndGet()))
                                .toArray(String[]::new)))
                .replaceWithVoid());
        for (Shop shop : opened) {
            sql(connection -> ledger.openAccounts(connection, tenant, shop.account, EUR));
        }
        return opened;
    }

    void take(List<Taken> payments) {
        for (int from = 0; from < payments.size(); from += CHUNK) {
            List<Taken> chunk = payments.subList(from, Math.min(from + CHUNK, payments.size()));
            sql(connection -> taking(connection, chunk));
        }
    }

    void take(Taken... payments) {
        take(List.of(payments));
    }

    Uni<Void> taking(SqlConnection connection, List<Taken> payments) {
        List<JournalEntry> entries = new ArrayList<>();
        for (Taken each : payments) {
            Booking booking = new Booking(tenant, clock.date(tenant), JournalSource.payment(each.payment));
            Money amount = new Money(each.amount, EUR);
            Money fee = new Money(each.fee, EUR);
            if (each.kind.equals("sale")) {
                entries.add(PostingRules.sale(booking, each.shop.account, amount));
                PostingRules.saleFee(booking, each.shop.account, fee).ifPresent(entries::add);
            } else {
                entries.add(PostingRules.refund(booking, each.shop.account, amount));
                PostingRules.refundFee(booking, each.shop.account, fee).ifPresent(entries::add);
            }
        }
        Tuple rows = Tuple.of(tenant.value(), clock.date(tenant))
                .addValue(payments.stream().map(Taken::payment).toArray(UUID[]::new))
                .addValue(payments.stream().map(p -> p.shop.merchant.value()).toArray(UUID[]::new))
                .addValue(payments.stream().map(p -> p.shop.account.value()).toArray(UUID[]::new))
                .addValue(payments.stream().map(Taken::kind).toArray(String[]::new))
                .addValue(payments.stream().map(Taken::amount).toArray(Long[]::new))
                .addValue(payments.stream().map(Taken::fee).toArray(Long[]::new));
        return connection.preparedQuery(PAYMENTS).execute(rows).chain(() -> ledger.post(connection, entries));
    }

    /** Whether the merchant may be paid. */
    void letBePaid(Shop shop, boolean paid) {
        sql(connection -> connection
                .preparedQuery(
                        "update merchant set may_be_paid = $3, standing_reason = $4 where tenant_id = $1 and id = $2")
                .execute(Tuple.of(tenant.value(), shop.merchant.value(), paid, paid ? null : "looked into"))
                .replaceWithVoid());
    }

    /** The merchant is paid to another bank account from now on. */
    void payElsewhere(Shop shop, String iban) {
        UUID account = UUID.randomUUID();
        sql(connection -> connection
                .preparedQuery("insert into bank_account (tenant_id, id, merchant_id, holder, iban, created_at)"
                        + " values ($1, $2, $3, 'Elsewhere', $4, now())")
                .execute(Tuple.of(tenant.value(), account, shop.merchant.value(), iban))
                .chain(() -> connection
                        .preparedQuery(
                                "update merchant_account set payout_account_id = $3 where tenant_id = $1 and id = $2")
                        .execute(Tuple.of(tenant.value(), shop.account.value(), account)))
                .replaceWithVoid());
    }

    /** Fails when the book and what it consists of differ. */
    void prove() {
        var proof = ledger.prove(tenant).await().atMost(SOON);
        if (!proof.balanced()) {
            throw new AssertionError(proof.toString());
        }
    }

    /** One row of the tenant's, in its scope. */
    Optional<Object> value(String sql, Object... parameters) {
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection.preparedQuery(sql).execute(Tuple.tuple(List.of(parameters))))
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.ofNullable(rows.iterator().next().getValue(0))
                        : Optional.empty())
                .await()
                .atMost(SOON);
    }

    <T> T sql(Function<SqlConnection, Uni<T>> work) {
        return transactions.sql(Scope.tenant(tenant), work).await().atMost(SOON);
    }

    /** Somebody of the tenant's finance, or with another role of its staff. */
    static Caller staff(String name) {
        return new Caller(TENANT, "harbour", name, name, Set.of("finance"), null, "127.0.0.1");
    }

    static Caller owner(TenantId tenant, @Nullable MerchantId merchant) {
        return new Caller(tenant, "harbour", "owner", "owner", Set.of("merchant-owner"), merchant, "127.0.0.1");
    }
}
