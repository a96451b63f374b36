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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people told of themselves goes, files too; that they asked, and what was found, stays as long as evidence must. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class ErasingApplicationsIT {
    private static final TenantId MINE = Tenant.idOf("harbour");
    private static final TenantId ANOTHERS = Tenant.idOf("jiuzhou");
    private static final String CONTENT = "select (select count(*) from application_private where tenant_id = '{t}'"
            + " and application_id = '{i}') || ' ' || (select count(*) from application_fingerprint"
            + " where tenant_id = '{t}' and application_id = '{i}') || ' ' || (select count(*) from application_document"
            + " where tenant_id = '{t}' and application_id = '{i}') || ' ' || (select count(*) from stored_file"
            + " where tenant_id = '{t}' and id = '{i}')";
    private static final String ROW = "select state || ' ' || applicant_name || ' ' || coalesce(business_name, '')"
            + " || coalesce(note, '') from application where tenant_id = '{t}' and id = '{i}'";
    private static final String CHECKS =
            "select count(*) from application_check where tenant_id = '{t}' and application_id = '{i}'";

    @Inject
    ErasingRounds rounds;

    private final List<UUID> made = new ArrayList<>();
    private OldRows rows;

    @BeforeEach
    void two_tenants_with_a_past() throws SQLException {
        People.awaitTenants();
        rows = OldRows.of();
    }

    @AfterEach
    void forget_it() throws SQLException {
        for (UUID id : made) {
            for (TenantId tenant : List.of(MINE, ANOTHERS)) {
                for (String part : List.of("private", "fingerprint", "document", "check", "agreement")) {
                    rows.remove(tenant, id, "application_" + part, "application_id = '{i}'");
                }
                rows.remove(tenant, id, "application", "id = '{i}'");
                rows.remove(tenant, id, "stored_file", "id = '{i}'");
            }
        }
        rows.close();
    }

    @Test
    void a_refused_one_loses_what_it_told_and_keeps_that_it_was_refused() throws SQLException {
        UUID old = application(MINE, "refused", 1, ErasingWhatIsDueIT.old("5 years"));
        UUID young = application(MINE, "refused", 1, ErasingWhatIsDueIT.young("5 years"));
        UUID foreign = application(ANOTHERS, "refused", 1, ErasingWhatIsDueIT.old("5 years"));

        round();

        assertThat(rows.read(MINE, old, CONTENT)).isEqualTo("0 0 0 0");
        assertThat(rows.read(MINE, old, ROW)).isEqualTo("refused - ");
        assertThat(rows.read(MINE, old, CHECKS)).isEqualTo("1");
        assertThat(rows.read(MINE, young, CONTENT)).isEqualTo("1 1 1 1");
        assertThat(rows.read(ANOTHERS, foreign, CONTENT)).isEqualTo("1 1 1 1");
    }

    @Test
    void one_that_was_left_lying_is_withdrawn_by_it() throws SQLException {
        UUID left = application(MINE, "submitted", 1, ErasingWhatIsDueIT.old("5 years"));

        round();

        assertThat(rows.read(MINE, left, ROW)).isEqualTo("withdrawn - ");
        assertThat(rows.read(MINE, left, CONTENT)).isEqualTo("0 0 0 0");
    }

    @Test
    void one_that_was_never_submitted_goes_wholly_after_half_a_year() throws SQLException {
        UUID old = application(MINE, "draft", 0, ErasingWhatIsDueIT.old("180 days"));
        UUID young = application(MINE, "draft", 0, ErasingWhatIsDueIT.young("180 days"));

        round();

        assertThat(rows.read(MINE, old, ROW)).isEqualTo("none");
        assertThat(rows.read(MINE, old, CONTENT)).isEqualTo("0 0 0 0");
        assertThat(rows.read(MINE, young, CONTENT)).isEqualTo("1 1 1 1");
    }

    @Test
    void evidence_goes_with_the_row_after_ten_years() throws SQLException {
        UUID old = application(MINE, "withdrawn", 1, ErasingWhatIsDueIT.old("10 years"));

        round();

        assertThat(rows.read(MINE, old, ROW)).isEqualTo("none");
        assertThat(rows.read(MINE, old, CHECKS)).isEqualTo("0");
    }

    @Test
    void an_approved_one_stays_with_its_merchant() throws SQLException {
        UUID approved = application(MINE, "approved", 1, ErasingWhatIsDueIT.old("10 years"));

        round();

        assertThat(rows.read(MINE, approved, CONTENT)).isEqualTo("1 1 1 1");
        assertThat(rows.read(MINE, approved, CHECKS)).isEqualTo("1");
    }

    private UUID application(TenantId tenant, String state, int submission, String at) throws SQLException {
        UUID id = UUID.randomUUID();
        made.add(id);
        rows.write(
                tenant,
                id,
                at,
                "insert into application (tenant_id, id, applicant_subject, applicant_name, language,"
                        + " business_name, state, submission, state_by, state_by_name, state_at, fee_plan, reasons, note,"
                        + " merchant, created_at, updated_at) values ('{t}', '{i}', '{i}', 'Ada', 'en', 'Old shop', '"
                        + state
                        + "', " + submission + ", 'u', 'Una', {at}, 'standard', 'RISK', 'told us', "
                        + (state.equals("approved") ? "'{i}'" : "null") + ", {at}, {at})");
        rows.write(tenant, id, at, "insert into application_private values ('{t}', '{i}', '{\"owner\":\"Ada\"}')");
        rows.write(tenant, id, at, "insert into application_fingerprint values ('{t}', '{i}', 'name', sha256('{i}'))");
        rows.write(
                tenant,
                id,
                at,
                "insert into stored_file (tenant_id, id, name, content_type, size_bytes, sha256, sealed)"
                        + " values ('{t}', '{i}', 'passport.pdf', 'application/pdf', 1, '\\x00', '\\x00')");
        rows.write(
                tenant,
                id,
                at,
                "insert into application_document (tenant_id, id, application_id, file_id, name,"
                        + " content_type, size_bytes, uploaded_at) values ('{t}', '{i}', '{i}', '{i}', 'passport.pdf',"
                        + " 'application/pdf', 1, {at})");
        if (submission > 0) {
            rows.write(
                    tenant,
                    id,
                    at,
                    "insert into application_check (tenant_id, id, application_id, submission, kind,"
                            + " outcome, path, detail, evidence, checked_at) values ('{t}', '{i}', '{i}', 1, 'sanctions', 'clear',"
                            + " '', '', '[]', {at})");
        }
        return id;
    }

    private void round() {
        assertThat(rounds.round(MINE, Set.of(Turn.NIGHTLY)).await().atMost(Duration.ofSeconds(60)))
                .as("tables that failed")
                .isEmpty();
    }
}
