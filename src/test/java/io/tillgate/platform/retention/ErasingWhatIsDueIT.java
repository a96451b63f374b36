package io.tillgate.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.platform.retention.TableRetention.Turn;
import io.tillgate.shared.TenantId;
import io.tillgate.stack.People;
import io.tillgate.tenancy.Tenant;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One tenant's round: what is due goes, what is two days younger stays, and so does everything of another tenant. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class ErasingWhatIsDueIT {
    private static final TenantId MINE = Tenant.idOf("harbour");
    private static final TenantId ANOTHERS = Tenant.idOf("jiuzhou");
    private static final Set<Turn> EVERYTHING = Set.of(Turn.EVERY_ROUND, Turn.NIGHTLY);
    private static final String JOURNAL = "select (select count(*) || ' ' || coalesce(sum(abs(amount)), 0)"
            + " from journal_posting) || ' ' || (select count(*) from journal_entry) || ' '"
            + " || (select count(*) from journal_source)";

    @Inject
    ErasingRounds rounds;

    private OldRows rows;

    @BeforeEach
    void two_tenants_with_a_past() throws SQLException {
        People.awaitTenants();
        rows = OldRows.of(MINE, ANOTHERS);
    }

    @AfterEach
    void forget_it() throws SQLException {
        rows.clear(MINE);
        rows.clear(ANOTHERS);
        rows.close();
    }

    /**
     * A kind of rows.
     *
     * @param age from which it is due, in days and years as PostgreSQL reads them
     * @param where finds the row
     */
    record Kind(String table, String age, String where, String insert) {
        @Override
        public String toString() {
            return table;
        }

        String find() {
            return "select 'there' from " + table + " where tenant_id = '{t}' and " + where;
        }
    }

    static Stream<Kind> kinds() {
        String id = "id = '{i}'";
        return Stream.of(
                kind(
                        "outbox_event",
                        "90 days",
                        id,
                        "id, type, key, payload, dead, created_at",
                        "'{i}', 'old.told', '{i}', '{}', true, {at}"),
                kind(
                        "audit_record",
                        "10 years",
                        id,
                        "id, business_date, occurred_at, actor, action, subject_type, subject_id",
                        "'{i}', ({at})::date, {at}, 'ada', 'old', 'thing', '1'"),
                kind(
                        "tenant_file",
                        "10 years",
                        "applied_by = '{i}'",
                        "version, config, hash, applied_by, applied_at",
                        "(select max(version) + 1 from tenant_file where tenant_id = '{t}'), '{}', repeat('0', 64),"
                                + " '{i}', {at}"),
                kind(
                        "portal_session",
                        "1 day",
                        "handle_hash = sha256('{i}')",
                        "handle_hash, tokens, expires_at",
                        "sha256('{i}'), '\\x00', {at}"),
                kind("risk_review", "2 years", id, "id, business_date, opened_at", "'{i}', ({at})::date, {at}"),
                kind(
                        "risk_counter",
                        "8 days",
                        "subject = '{i}'",
                        "kind, subject, grain, bucket, attempts, amount, declines",
                        "'CARD', '{i}', 'HOUR', {at}, 1, 1, 0"),
                kind(
                        "risk_list_entry",
                        "1 day",
                        id,
                        "id, list, value_hash, added_by, expires_at",
                        "'{i}', 'blocked-cards', '{i}', 'ana', {at}"),
                kind(
                        "bank_account",
                        "10 years",
                        id,
                        "id, merchant_id, holder, iban, created_at",
                        "'{i}', '{m}', 'Ada', 'DE89370400440532013000', {at}"),
                kind(
                        "change_request",
                        "10 years",
                        id,
                        "id, merchant_id, account_id, kind, state, fee_plan, reason,"
                                + " proposed_by, proposed_by_name, proposed_at, decided_by, decided_at",
                        "'{i}', '{m}', '{m}', 'fee-plan', 'rejected', 'standard', 'old', 'a', 'Ada', {at}, 'b', {at}"),
                kind(
                        "stock_paper",
                        "3 years",
                        id,
                        "id, merchant_id, store_id, body_hash, recorded_at",
                        "'{i}', '{m}', '{m}', sha256(''), {at}"),
                kind(
                        "coupon_redemption",
                        "2 years",
                        "source_id = '{i}'",
                        "merchant_id, coupon_id, source_id, state, reserved_at",
                        "'{m}', '{m}', '{i}', 'confirmed', {at}"),
                kind(
                        "terminal_certificate",
                        "7 years",
                        "serial = '{i}'",
                        "serial, terminal_id, merchant_id, certificate, status, allowed_until, created_at",
                        "'{i}', '{m}', '{m}', '\\x00', 'allowed', {at}, {at}"),
                kind(
                        "terminal_outbox",
                        "1 day",
                        id,
                        "terminal_id, merchant_id, id, kind, channel, body, accepted_at, expires_at",
                        "'{m}', '{m}', '{i}', 'COMMAND', 'cmd', '{}', {at}, {at}"),
                kind(
                        "terminal_command",
                        "1 year",
                        id,
                        "id, terminal_id, merchant_id, kind, body, status, requested_by, requested_at, expires_at",
                        "'{i}', '{m}', '{m}', 'reboot', '{}', 'done', 'ada', {at}, {at}"),
                kind(
                        "terminal_event",
                        "90 days",
                        id,
                        "id, terminal_id, merchant_id, kind, occurred_at",
                        "'{i}', '{m}', '{m}', 'lost', {at}"),
                kind(
                        "payment_request",
                        "10 years",
                        "request_id = '{i}'",
                        "channel, request_id, merchant_id, body_hash, business_date, payment_id",
                        "'old', '{i}', '{m}', '\\x00', ({at})::date, '{i}'"),
                kind(
                        "payment_ksn",
                        "90 days",
                        "ksn = uuid_send('{i}')",
                        "ksn, request_id, used_at",
                        "uuid_send('{i}'), '{i}', {at}"),
                new Kind(
                        "terminal_activation",
                        "30 days",
                        "terminal_id = '{i}'",
                        "insert into terminal (tenant_id, id, merchant_id, account_id, store_id, number, merchant_number,"
                                + " label, status, created_at) values ('{t}', '{i}', '{m}', '{m}', '{m}',"
                                + " upper(substring(md5('{i}') for 8)), '1', 'Old', 'created', {at});"
                                + " insert into terminal_activation (tenant_id, terminal_id, merchant_id, code_hash,"
                                + " created_at, expires_at) values ('{t}', '{i}', '{m}', '\\x00', {at}, {at})"),
                new Kind(
                        "price",
                        "10 years",
                        id,
                        "insert into price (tenant_id, merchant_id, id, product_id, value, currency, valid_from)"
                                + " values ('{t}', '{m}', '{i}', '{m}', 1, 'EUR', {at}),"
                                + " ('{t}', '{m}', gen_random_uuid(), '{m}', 2, 'EUR', {at} + interval '1 day')"));
    }

    private static Kind kind(String table, String age, String where, String columns, String values) {
        return new Kind(
                table,
                age,
                where,
                "insert into " + table + " (tenant_id, " + columns + ") values ('{t}', " + values + ")");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_due_goes_and_the_younger_and_anothers_stay(Kind kind) throws SQLException {
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        rows.write(MINE, old, old(kind.age()), kind.insert());
        rows.write(MINE, young, young(kind.age()), kind.insert());
        rows.write(ANOTHERS, foreign, old(kind.age()), kind.insert());

        round(MINE);

        assertThat(rows.read(MINE, old, kind.find())).isEqualTo("none");
        assertThat(rows.read(MINE, young, kind.find())).isEqualTo("there");
        assertThat(rows.read(ANOTHERS, foreign, kind.find())).isEqualTo("there");
        rows.remove(MINE, young, kind.table(), kind.where());
        rows.remove(ANOTHERS, foreign, kind.table(), kind.where());
    }

    @Test
    void a_card_number_goes_with_its_time_and_the_payment_stays() throws SQLException {
        UUID old = payment(MINE, old("18 months"));
        UUID owed = payment(MINE, old("18 months"));
        UUID young = payment(MINE, young("18 months"));
        UUID foreign = payment(ANOTHERS, old("18 months"));
        duty(owed, "owed");
        String journal = rows.read(MINE, old, JOURNAL);

        round(MINE);

        String card =
                "select coalesce(encode(card_sealed, 'hex'), 'erased') from payment where tenant_id = '{t}' and id = '{i}'";
        assertThat(rows.read(MINE, old, card)).isEqualTo("erased");
        assertThat(rows.read(MINE, owed, card))
                .as("the host still has to hear it")
                .isEqualTo("0102");
        assertThat(rows.read(MINE, young, card)).isEqualTo("0102");
        assertThat(rows.read(ANOTHERS, foreign, card)).isEqualTo("0102");
        assertThat(rows.read(MINE, old, JOURNAL)).isEqualTo(journal);
    }

    @Test
    void a_duty_goes_after_ten_years_but_never_while_it_is_owed() throws SQLException {
        UUID answered = payment(MINE, old("10 years"));
        UUID owed = payment(MINE, old("10 years"));
        duty(answered, "answered");
        duty(owed, "owed");

        round(MINE);

        String find = "select state from host_duty where tenant_id = '{t}' and payment_id = '{i}'";
        assertThat(rows.read(MINE, answered, find)).isEqualTo("none");
        assertThat(rows.read(MINE, owed, find)).isEqualTo("owed");
    }

    @Test
    void more_than_a_batch_goes_in_one_round() throws SQLException {
        rows.write(
                MINE,
                UUID.randomUUID(),
                old("90 days"),
                "insert into terminal_event (tenant_id, id, terminal_id,"
                        + " merchant_id, kind, occurred_at) select '{t}', gen_random_uuid(), '{m}', '{m}', 'lost', {at}"
                        + " from generate_series(1, 4500)");

        round(MINE);

        assertThat(rows.read(MINE, UUID.randomUUID(), "select count(*) from terminal_event where terminal_id = '{m}'"))
                .isEqualTo("0");
    }

    @Test
    void the_service_cannot_erase_young_evidence_whatever_it_asks_for() throws SQLException {
        UUID young = UUID.randomUUID();
        Kind audit = kinds().filter(kind -> kind.table().equals("audit_record"))
                .findFirst()
                .orElseThrow();
        rows.write(MINE, young, "now() - interval '364 days'", audit.insert());

        int erased = OldRows.asService(MINE, "delete from audit_record");

        assertThat(erased).isZero();
        assertThat(rows.read(MINE, young, audit.find())).isEqualTo("there");
        rows.remove(MINE, young, audit.table(), audit.where());
    }

    private UUID payment(TenantId tenant, String at) throws SQLException {
        UUID id = UUID.randomUUID();
        rows.payment(tenant, id, at);
        return id;
    }

    private void duty(UUID payment, String state) throws SQLException {
        rows.write(
                MINE,
                payment,
                "now()",
                "insert into host_duty (tenant_id, payment_id, business_date, merchant_id, kind,"
                        + " reason, state, next_attempt_at) select tenant_id, id, business_date, merchant_id, 'reverse', 'old', '"
                        + state + "', now() + interval '1 hour' from payment where tenant_id = '{t}' and id = '{i}'");
    }

    private void round(TenantId tenant) {
        assertThat(rounds.round(tenant, EVERYTHING).await().atMost(Duration.ofSeconds(60)))
                .as("tables that failed")
                .isEmpty();
    }

    static String old(String age) {
        return "now() - interval '" + age + "' - interval '2 days'";
    }

    static String young(String age) {
        return "now() - interval '" + age + "' + interval '2 days'";
    }
}
