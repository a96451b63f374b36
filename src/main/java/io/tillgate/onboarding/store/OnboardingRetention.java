package io.tillgate.onboarding.store;

import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.files.Files;
import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.Erasure;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.ErasedWith;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What an approved business told stays with its merchant. Of the others the content goes first, with documents and files; the
 * bare row stays as long as the evidence that hangs on it: that there was an application, what the checks found, who decided.
 */
@ApplicationScoped
class OnboardingRetention implements RetentionSchedule {
    private static final String TOUCHED = "r.updated_at";
    private static final String OLD = TOUCHED + " < $2::timestamptz";
    private static final String NONE_OF =
            " and not exists (select from %s e" + " where e.tenant_id = r.tenant_id and e.application_id = r.id%s)";

    private static final String NEVER_SUBMITTED = "r.submission = 0 and r.state in ('draft', 'withdrawn')"
            + NONE_OF.formatted("application_check", "") + NONE_OF.formatted("application_agreement", "");

    private static final String NOT_APPROVED = "r.state <> 'approved' and exists (select from application_private p"
            + " where p.tenant_id = r.tenant_id and p.application_id = r.id)";

    /** The database lets nobody erase younger evidence; such a row waits for it. */
    private static final String EVIDENCE_OLD = "r.state <> 'approved'" + young("checked_at", "application_check")
            + young("accepted_at", "application_agreement");

    private static final Erasure EVIDENCE =
            Erasure.by("with due as (select r.id from application r where r.tenant_id = $1"
                    + " and " + OLD + " and " + EVIDENCE_OLD + NONE_OF.formatted("application_private", "")
                    + " order by r.id limit $3 for update of r skip locked),"
                    + " checks as (delete from application_check c using due where c.tenant_id = $1 and c.application_id = due.id),"
                    + " agreements as (delete from application_agreement g using due"
                    + " where g.tenant_id = $1 and g.application_id = due.id)"
                    + " delete from application a using due where a.tenant_id = $1 and a.id = due.id");

    private final Tenants tenants;
    private final Files files;

    OnboardingRetention(Tenants tenants, Files files) {
        this.tenants = tenants;
        this.files = files;
    }

    @Override
    public List<TableRetention> tables() {
        String with = "its application";
        return List.of(
                new Erased(
                        "application",
                        "never submitted ones",
                        nightly(KeepingTime.days(180), "they were touched"),
                        DueRows.erasedBy(
                                ErasingApplications.wholly(OLD + " and " + NEVER_SUBMITTED, files),
                                TOUCHED,
                                NEVER_SUBMITTED)),
                new Erased(
                        "application_private",
                        "unless approved",
                        nightly(applications(), "its application was decided"),
                        applicationsOf(ErasingApplications.whatTheyTold(OLD + " and " + NOT_APPROVED, files))),
                new Erased(
                        "application",
                        "other ones",
                        nightly(KeepingTime.years(10), "they were decided"),
                        DueRows.erasedBy(
                                EVIDENCE, TOUCHED, EVIDENCE_OLD + NONE_OF.formatted("application_private", ""))),
                new ErasedWith("application_fingerprint", "application_private"),
                new ErasedWith("application_document", "application_private"),
                new ErasedWith("application_check", with),
                new ErasedWith("application_agreement", with));
    }

    /** Their age stands in the application. */
    private static DueRows applicationsOf(Erasure erasure) {
        String touched = "(select a.updated_at from application a where a.tenant_id = r.tenant_id"
                + " and a.id = r.application_id and a.state <> 'approved')";
        return DueRows.erasedBy(erasure, touched, "true");
    }

    private KeepingTime applications() {
        return KeepingTime.policy(
                "retention.applications",
                tenant -> tenants.byId(tenant)
                        .map(found -> found.settings().retention().applications()));
    }

    private static String young(String column, String table) {
        return NONE_OF.formatted(table, " and e." + column + " >= least($2::timestamptz, now() - interval '10 years')");
    }
}
