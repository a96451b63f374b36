package io.tillgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Dropped;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.ErasedWith;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every table has the shape that keeps tenants and merchants apart, and that a spread by tenant needs. */
@QuarkusTest
class EveryTableIT {
    /** The tables without a tenant, and why. */
    private static final Map<String, String> OF_THE_PLATFORM = Map.of(
            "flyway_schema_history", "the migration tool's own",
            "tenant", "decides which tenants there are, before one is known",
            "partitioned_table", "names of tables",
            "job_lease", "one row a job, which runs over all tenants",
            "payment_node", "one row a replica",
            "platform_authority", "the one root above the tenants' authorities");

    private static final String MINE = "tenant_id = ANY";
    private static final String ONLY_THE_OLD =
            "exists (select from pg_policies p where p.tablename = relname and p.permissive = 'RESTRICTIVE'"
                    + " and p.cmd = 'DELETE' and p.qual like '%now() - %interval%')";
    private static final String NOT_TENANT_FIRST =
            " where (select attname from pg_attribute where attrelid = %s and attnum"
                    + " = %s) <> 'tenant_id' and r.relnamespace = 'public'::regnamespace and not r.relispartition";

    @Test
    void each_has_a_tenant_or_a_reason_for_having_none() {
        List<String> without = Schema.column(Schema.TABLES
                + " and not exists (select from pg_attribute a where a.attrelid = pg_class.oid and a.attname = 'tenant_id'"
                + " and a.atttypid = 'uuid'::regtype and a.attnotnull)");

        assertThat(without).containsExactlyInAnyOrderElementsOf(OF_THE_PLATFORM.keySet());
    }

    @Test
    void the_tenant_comes_first_in_every_primary_and_unique_key() {
        List<String> otherwise = Schema.column(
                "select i.indexrelid::regclass::text from pg_index i join pg_class r on" + " r.oid = i.indrelid"
                        + NOT_TENANT_FIRST.formatted("i.indrelid", "i.indkey[0]") + " and i.indisunique");

        assertThat(ofTenants(otherwise)).isEmpty();
        assertThat(Schema.column(Schema.TABLES
                        + " and not exists (select from pg_index where indrelid = pg_class.oid and indisprimary)"))
                .isEmpty();
    }

    @Test
    void the_tenant_comes_first_in_every_foreign_key_on_both_sides() {
        String keys =
                "select conname || ' of ' || r.relname from pg_constraint c join pg_class r on r.oid = c.conrelid";

        assertThat(Schema.column(
                        keys + NOT_TENANT_FIRST.formatted("c.conrelid", "c.conkey[1]") + " and c.contype = 'f'"))
                .isEmpty();
        assertThat(Schema.column(
                        keys + NOT_TENANT_FIRST.formatted("c.confrelid", "c.confkey[1]") + " and c.contype = 'f'"))
                .isEmpty();
    }

    @Test
    void each_has_row_level_security_forced_on_its_owner_too() {
        assertThat(ofTenants(Schema.column(Schema.TABLES + " and not (relrowsecurity and relforcerowsecurity)")))
                .isEmpty();
    }

    @Test
    void every_permitting_policy_checks_the_tenant_for_reads_and_writes() {
        assertThat(Schema.column(
                        "select tablename || '.' || policyname from pg_policies where permissive = 'PERMISSIVE'"
                                + " and not (cmd = 'ALL' and roles = '{public}' and qual like '%" + MINE
                                + "%tillgate_tenants()%' and with_check like '%" + MINE + "%tillgate_tenants()%')"))
                .isEmpty();
        assertThat(ofTenants(
                        Schema.column(Schema.TABLES + " and not exists (select from pg_policies p where p.tablename ="
                                + " relname and permissive = 'PERMISSIVE')")))
                .isEmpty();
    }

    @Test
    void what_a_merchant_owns_is_checked_against_the_merchant_too() {
        assertThat(Schema.column(
                        Schema.TABLES + " and exists (select from pg_attribute a where a.attrelid = pg_class.oid"
                                + " and a.attname = 'merchant_id') and not exists (select from pg_policies p where p.tablename ="
                                + " relname and p.qual like '%tillgate_merchant()%' and p.cmd = 'ALL')"))
                .isEmpty();
    }

    @Test
    void the_service_owns_nothing_and_cannot_go_round_the_policies() {
        assertThat(Schema.column("select rolname from pg_roles where rolname = 'tillgate_app'"
                        + " and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"))
                .hasSize(1);
        assertThat(Schema.column("select relname from pg_class where relowner = 'tillgate_app'::regrole"))
                .isEmpty();
        assertThat(Schema.column("select proname from pg_proc where proowner = 'tillgate_app'::regrole"))
                .isEmpty();
        assertThat(Schema.column(Schema.TABLES
                        + " and has_table_privilege('tillgate_app', oid, 'truncate, references, trigger')"))
                .isEmpty();
    }

    @Test
    void partitions_are_reached_through_their_table_only() {
        assertThat(Schema.column("select relname from pg_class where relispartition and relkind in ('r', 'p')"))
                .isNotEmpty();
        assertThat(Schema.column("select relname from pg_class where relispartition and relkind in ('r', 'p') and"
                        + " has_table_privilege('tillgate_app', oid, 'select, insert, update, delete, truncate')"))
                .isEmpty();
    }

    @Test
    void what_is_called_append_only_can_be_appended_to_only_and_the_reverse() {
        Set<String> called = new TreeSet<>(
                Schema.column(Schema.TABLES + " and obj_description(oid, 'pg_class') ilike '%append only%'"));
        Set<String> held =
                new TreeSet<>(Schema.column(Schema.TABLES + " and has_table_privilege('tillgate_app', oid, 'insert')"
                        + " and not has_any_column_privilege('tillgate_app', oid, 'update')"
                        + " and (not has_table_privilege('tillgate_app', oid, 'delete') or " + ONLY_THE_OLD + ")"));

        assertThat(held)
                .isEqualTo(called)
                .contains("audit_record", "journal_entry", "journal_posting", "journal_seal", "host_evidence");
    }

    @Test
    void what_the_service_may_erase_of_append_only_tables_is_a_year_old_at_least() {
        Map<String, String> ages = Schema.pairs("select tablename, substring(qual from '- ''(.+)''::interval')"
                + " from pg_policies where policyname = 'aged_rows'");

        assertThat(ages)
                .containsKeys("audit_record", "tenant_file")
                .allSatisfy((table, age) -> assertThat(age).as(table).matches("[1-9][0-9]* years?"));
    }

    @Test
    void each_has_a_retention_and_its_comment_says_the_same() {
        Map<String, String> comments = Schema.pairs("select relname, obj_description(oid, 'pg_class') from ("
                + Schema.TABLES.replace("select relname", "select relname, oid") + ") t");
        comments.remove("flyway_schema_history");

        assertThat(retentions().stream().map(TableRetention::table)).containsAll(comments.keySet());
        assertThat(retentions())
                .allSatisfy(retention -> assertThat(comments.get(retention.table()))
                        .as("comment on table " + retention.table())
                        .isNotNull()
                        .containsIgnoringCase(retention.says()));
    }

    @Test
    void months_are_dropped_when_the_schedule_says_and_no_others() {
        Map<String, String> kept =
                Schema.pairs("select name, kept::text from partitioned_table where kept is not null");

        Map<String, String> said = new TreeMap<>();
        for (TableRetention retention : retentions()) {
            if (retention instanceof Dropped dropped) {
                said.put(dropped.table(), dropped.after().getYears() + " years");
            }
        }

        assertThat(kept).isEqualTo(said).containsKeys("payment", "sale");
    }

    @Test
    void the_service_may_erase_what_it_has_to() {
        Set<String> may = Set.copyOf(
                Schema.column(
                        Schema.TABLES
                                + " and (has_table_privilege('tillgate_app', oid, 'delete') or has_table_privilege('tillgate_app', oid, 'update'))"));

        assertThat(retentions().stream()
                        .filter(each -> each instanceof Erased || each instanceof ErasedWith)
                        .map(TableRetention::table))
                .isNotEmpty()
                .allMatch(may::contains);
    }

    private static List<TableRetention> retentions() {
        return Arc.container().select(RetentionSchedule.class).stream()
                .flatMap(schedule -> schedule.tables().stream())
                .toList();
    }

    /** Without the platform's own; index names begin with their table's name. */
    private static List<String> ofTenants(List<String> names) {
        return names.stream()
                .filter(name -> OF_THE_PLATFORM.keySet().stream()
                        .noneMatch(own -> name.equals(own)
                                || name.equals(own + "_pkey")
                                || name.matches("tenant_\\w+_key")
                                || name.startsWith("flyway_")))
                .toList();
    }
}
