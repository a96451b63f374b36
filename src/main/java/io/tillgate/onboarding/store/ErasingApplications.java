package io.tillgate.onboarding.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.files.Files;
import io.tillgate.platform.retention.Erasure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Erases applications that are due, or what they told: content, fingerprints, documents and their files, in one transaction. */
final class ErasingApplications implements Erasure {
    private static final String CONTENT = "with due as (select r.id from application r where r.tenant_id = $1 and %s"
            + " order by r.id limit $3 for update of r skip locked),"
            + " contents as (delete from application_private c using due where c.tenant_id = $1 and c.application_id = due.id),"
            + " prints as (delete from application_fingerprint f using due where f.tenant_id = $1 and f.application_id = due.id),"
            + " documents as (delete from application_document d using due"
            + " where d.tenant_id = $1 and d.application_id = due.id returning d.file_id),"
            + " rest as (%s)"
            + " select (select count(*)::int from due) as applications,"
            + " (select coalesce(array_agg(file_id), '{}') from documents) as files";

    private static final String ROW = "delete from application a using due where a.tenant_id = $1 and a.id = due.id";

    /** What is still open is withdrawn by this: nobody has touched it for years, and nothing is left to decide on. */
    private static final String BLANK = "update application a set version = a.version + 1, business_name = null,"
            + " applicant_name = '-', note = null, items = null, state_at = coalesce(a.state_at, a.updated_at),"
            + " state = case when a.state = 'refused' then a.state else 'withdrawn' end"
            + " from due where a.tenant_id = $1 and a.id = due.id";

    private final String sql;
    private final Files files;

    private ErasingApplications(String sql, Files files) {
        this.sql = sql;
        this.files = files;
    }

    /** The row goes too. */
    static Erasure wholly(String condition, Files files) {
        return new ErasingApplications(CONTENT.formatted(condition, ROW), files);
    }

    /** The row stays, and says only how it ended. */
    static Erasure whatTheyTold(String condition, Files files) {
        return new ErasingApplications(CONTENT.formatted(condition, BLANK), files);
    }

    @Override
    public Uni<Integer> erase(SqlConnection connection, Batch batch) {
        return connection
                .preparedQuery(sql)
                .execute(batch.tuple())
                .map(rows -> rows.iterator().next())
                .call(row -> {
                    List<UUID> gone = Arrays.asList(row.getArrayOfUUIDs("files"));
                    return files.erase(connection, batch.tenant(), gone);
                })
                .map(row -> row.getInteger("applications"));
    }
}
