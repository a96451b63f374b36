package io.tillgate.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.shared.TenantId;
import io.tillgate.stack.People;
import io.tillgate.tenancy.Tenant;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole months of business records go when their time is over, the book's never. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // filled before each test
class DroppingMonthsIT {
    private static final TenantId MINE = Tenant.idOf("harbour");
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String OLD_DAY = "timestamptz '2010-01-15 12:00Z'";
    private static final String THERE = "select 'there' from payment where tenant_id = '{t}' and id = '{i}'";

    private OldRows rows;

    @BeforeEach
    void a_month_of_long_ago() throws SQLException {
        People.awaitTenants();
        rows = OldRows.of(MINE);
        rows.read(MINE, NOBODY, "select ensure_partitions('2010-01-01', 1)");
    }

    @AfterEach
    void forget_it() throws SQLException {
        rows.clear(MINE);
        rows.close();
    }

    @Test
    void old_months_of_business_records_go_and_the_books_stay() throws SQLException {
        UUID old = UUID.randomUUID();
        rows.payment(MINE, old, OLD_DAY);
        assertThat(partitions()).contains("payment_201001", "sale_201001", "sale_line_201001", "journal_entry_201001");

        List<String> gone = drop();

        assertThat(gone)
                .contains(
                        "payment_201001",
                        "sale_201001",
                        "sale_line_201001",
                        "sale_payment_201001",
                        "host_evidence_201001",
                        "risk_decision_201001",
                        "stock_movement_201001")
                .doesNotContain("journal_entry_201001", "journal_posting_201001", "audit_record_201001");
        assertThat(partitions()).contains("journal_entry_201001", "audit_record_201001");
        assertThat(rows.read(MINE, old, THERE)).isEqualTo("none");
    }

    @Test
    void a_row_outside_every_month_goes_too_and_one_of_ten_years_less_a_month_stays() throws SQLException {
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        rows.payment(MINE, old, "timestamptz '2009-06-15 12:00Z'");
        rows.payment(MINE, young, "now() - interval '10 years' + interval '32 days'");

        assertThat(drop()).contains("1 rows of payment_default");

        assertThat(rows.read(MINE, old, THERE)).isEqualTo("none");
        assertThat(rows.read(MINE, young, THERE)).isEqualTo("there");
    }

    @Test
    void nothing_is_dropped_while_a_host_is_still_owed() throws SQLException {
        UUID owed = UUID.randomUUID();
        rows.payment(MINE, owed, OLD_DAY);
        rows.write(
                MINE,
                owed,
                OLD_DAY,
                "insert into host_duty (tenant_id, payment_id, business_date, merchant_id, kind,"
                        + " reason, next_attempt_at) values ('{t}', '{i}', ({at})::date, '{m}', 'reverse', 'old',"
                        + " now() + interval '1 hour')");

        String refusal = "";
        try {
            drop();
        } catch (SQLException refused) {
            refusal = String.valueOf(refused.getMessage());
        }

        assertThat(refusal).contains("host_duty");
        assertThat(rows.read(MINE, owed, THERE)).isEqualTo("there");
    }

    private static List<String> drop() throws SQLException {
        List<String> gone = new ArrayList<>();
        String next = OldRows.answerToService("drop_aged_partitions()");
        while (!next.equals("null")) {
            gone.add(next);
            next = OldRows.answerToService("drop_aged_partitions()");
        }
        return gone;
    }

    private String partitions() throws SQLException {
        return rows.read(
                MINE, NOBODY, "select string_agg(relname, ' ') from pg_class where relispartition and relkind = 'r'");
    }
}
