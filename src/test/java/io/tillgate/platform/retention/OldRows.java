package io.tillgate.platform.retention;

import io.tillgate.shared.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Rows as the years leave them behind, written past the service as the owner of the tables. In its SQL {@code {t}} is the
 * tenant, {@code {m}} the one merchant, account, terminal, product and coupon of it, {@code {i}} the row, {@code {at}} a moment.
 */
public final class OldRows implements AutoCloseable {
    private static final String PAYMENT = "insert into payment (tenant_id, business_date, id, merchant_id,"
            + " merchant_account_id, store_id, terminal_number, merchant_number, mcc, zone, request_channel, request_id,"
            + " sale_id, kind, tender, state, amount, currency, duty, card_sealed) values ('{t}', ({at})::date, '{i}', '{m}',"
            + " '{m}', '{m}', 'T', '1', '5411', 'UTC', 'old', '{i}', '{i}', 'sale', 'card', 'declined', 100, 'EUR',"
            + " 'nothing', '\\x0102')";

    private final Connection owner;
    private final UUID merchant = UUID.randomUUID();

    private OldRows(Connection owner) {
        this.owner = owner;
    }

    public static OldRows of(TenantId... tenants) throws SQLException {
        OldRows rows = new OldRows(DriverManager.getConnection(
                System.getProperty("quarkus.datasource.jdbc.url"),
                System.getProperty("quarkus.flyway.username"),
                System.getProperty("quarkus.flyway.password")));
        for (TenantId tenant : tenants) {
            rows.settle(tenant);
        }
        return rows;
    }

    private void settle(TenantId tenant) throws SQLException {
        write(
                tenant,
                merchant,
                "now()",
                "insert into merchant (tenant_id, id, application_id, legal_name, trading_name,"
                        + " legal_form, country, registration_number, created_at)"
                        + " values ('{t}', '{i}', '{i}', 'Old', 'Old', 'BV', 'NL', '123', {at})");
        write(
                tenant,
                merchant,
                "now()",
                "insert into bank_account (tenant_id, id, merchant_id, holder, iban, created_at)"
                        + " values ('{t}', '{i}', '{i}', 'Old', 'DE89370400440532013000', {at} - interval '20 years')");
        write(
                tenant,
                merchant,
                "now()",
                "insert into merchant_account (tenant_id, id, merchant_id, number, currency,"
                        + " category_code, fee_plan, payout_account_id, created_at) values ('{t}', '{i}', '{i}',"
                        + " left(translate('{i}', 'abcdef-', '012345'), 15), 'EUR', '5411', 'standard', '{i}', {at})");
        terminal(tenant, merchant);
        write(
                tenant,
                merchant,
                "now()",
                "insert into product (tenant_id, merchant_id, id, sku, name_en, unit, tax_rate)"
                        + " values ('{t}', '{i}', '{i}', 'old', 'Old', 'piece', '0.21')");
        write(
                tenant,
                merchant,
                "now()",
                "insert into coupon (tenant_id, merchant_id, id, code, value, currency, valid_from)"
                        + " values ('{t}', '{i}', '{i}', 'OLD', 1, 'EUR', {at})");
    }

    void terminal(TenantId tenant, UUID id) throws SQLException {
        write(
                tenant,
                id,
                "now()",
                "insert into terminal (tenant_id, id, merchant_id, account_id, store_id, number,"
                        + " merchant_number, label, status, created_at) values ('{t}', '{i}', '{m}', '{m}', '{m}',"
                        + " upper(substring(md5('{i}') for 8)), '1', 'Old', 'created', {at})");
    }

    /** A declined payment by card, of that day. */
    void payment(TenantId tenant, UUID id, String at) throws SQLException {
        write(tenant, id, at, PAYMENT);
    }

    public void write(TenantId tenant, UUID id, String at, String sql) throws SQLException {
        run(tenant, statement -> statement.execute(filled(tenant, id, at, sql)));
    }

    /** The first column of the first row; {@code none} where there is no row. */
    String read(TenantId tenant, UUID id, String sql) throws SQLException {
        String[] found = {"none"};
        run(tenant, statement -> {
            try (ResultSet row = statement.executeQuery(filled(tenant, id, "now()", sql))) {
                if (row.next()) {
                    found[0] = String.valueOf(row.getString(1));
                }
            }
        });
        return found[0];
    }

    /** How many rows a statement of the service's own role changes. */
    static int asService(TenantId tenant, String sql) throws SQLException {
        try (Connection service = service();
                Statement statement = service.createStatement()) {
            statement.execute("select set_config('tillgate.tenants', '" + tenant + "', false)");
            return statement.executeUpdate(sql);
        }
    }

    /** What a function answers the service's own role, and {@code null} in words. */
    static String answerToService(String function) throws SQLException {
        try (Connection service = service();
                Statement statement = service.createStatement();
                ResultSet row = statement.executeQuery("select " + function)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static Connection service() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("quarkus.datasource.jdbc.url"),
                "tillgate_app",
                System.getProperty("quarkus.datasource.password"));
    }

    private String filled(TenantId tenant, UUID id, String at, String sql) {
        return sql.replace("{t}", tenant.toString())
                .replace("{m}", merchant.toString())
                .replace("{i}", id.toString())
                .replace("{at}", at);
    }

    private interface Work {
        void on(Statement statement) throws SQLException;
    }

    private void run(TenantId tenant, Work work) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("select set_config('tillgate.tenants', '" + tenant + "', false)");
            work.on(statement);
        }
    }

    /** Takes a row away, however young: the policies hold the owner too unless it lifts them. */
    void remove(TenantId tenant, UUID id, String table, String where) throws SQLException {
        write(
                tenant,
                id,
                "now()",
                "alter table " + table + " no force row level security; delete from " + table
                        + " where tenant_id = '{t}' and " + where + "; alter table " + table
                        + " force row level security");
    }

    /** Leaves nothing of it behind. */
    void clear(TenantId tenant) throws SQLException {
        for (String table : new String[] {
            "host_duty",
            "payment",
            "payment_request",
            "coupon_redemption",
            "stock_paper",
            "price",
            "coupon",
            "product",
            "terminal_event",
            "terminal_command",
            "terminal_outbox",
            "terminal_certificate",
            "terminal_activation",
            "terminal",
            "change_request",
            "merchant_account",
            "bank_account",
            "merchant"
        }) {
            remove(tenant, merchant, table, "merchant_id = '{m}'");
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
