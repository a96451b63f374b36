package io.tillgate.payments.store;

import io.tillgate.payments.RequestKey;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.platform.persistence.ConditionalStatement;
import io.tillgate.platform.persistence.UnconditionalStatement;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of a payment's two commits, in the order in which they are written. */
public final class PaymentStatements {
    /** Refuses a request id that is taken. First of all, so that a repeat changes nothing. */
    public static final BatchStatement<RequestRow> REQUEST = new ConditionalStatement<>(
            "payment-request",
            1_000,
            "with given as (select * from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::bytea[],"
                    + " $7::date[], $8::uuid[], $9::jsonb[]) as d(place, tenant_id, channel, request_id, merchant_id,"
                    + " body_hash, business_date, payment_id, answer)),"
                    + " written as (insert into payment_request (tenant_id, channel, request_id, merchant_id, body_hash,"
                    + " business_date, payment_id, answer) select tenant_id, channel, request_id, merchant_id, body_hash,"
                    + " business_date, payment_id, answer from given order by tenant_id, channel, request_id"
                    + " on conflict do nothing returning tenant_id, channel, request_id, payment_id)"
                    + " select g.place from given g join written w using (tenant_id, channel, request_id, payment_id)",
            rows -> ColumnArrays.of(rows)
                    .index()
                    .ids(row -> row.key().tenant())
                    .texts(row -> row.key().channel())
                    .uuids(row -> row.key().requestId())
                    .ids(RequestRow::merchant)
                    .bytes(RequestRow::bodyHash)
                    .dates(RequestRow::businessDate)
                    .ids(RequestRow::payment)
                    .json(RequestRow::answer)
                    .tuple());

    /** Refuses a key serial number that another request used, or that is so old that it is forgotten. */
    public static final BatchStatement<KsnRow> KSN = new ConditionalStatement<>(
            "payment-ksn",
            1_010,
            "with given as (select * from unnest($1::int[], $2::uuid[], $3::bytea[], $4::uuid[])"
                    + " as d(place, tenant_id, ksn, request_id)),"
                    + " written as (insert into payment_ksn (tenant_id, ksn, request_id)"
                    + " select tenant_id, ksn, request_id from given g where not exists (select from payment_ksn_floor f"
                    + " where f.tenant_id = g.tenant_id and f.key_id = ksn_key(g.ksn) and f.ksn >= g.ksn)"
                    + " order by tenant_id, ksn"
                    + " on conflict do nothing returning tenant_id, ksn, request_id)"
                    + " select g.place from given g join written w using (tenant_id, ksn, request_id)",
            rows -> ColumnArrays.of(rows)
                    .index()
                    .ids(KsnRow::tenant)
                    .bytes(KsnRow::ksn)
                    .uuids(KsnRow::requestId)
                    .tuple());

    /** Takes part, or the whole, of an original into work; refuses what is not left. */
    public static final BatchStatement<ClaimRow> CLAIM = new ConditionalStatement<>(
            "payment-claim",
            1_020,
            "with given as (select * from unnest($1::int[], $2::uuid[], $3::date[], $4::uuid[], $5::bigint[], $6::int[])"
                    + " as d(place, tenant_id, business_date, id, amount, whole)),"
                    + " held as (select p.tenant_id, p.business_date, p.id, p.approved_amount,"
                    + " p.approved_amount - p.refunded - p.refund_pending as rest from payment p"
                    + " where (p.tenant_id, p.business_date, p.id) in (select tenant_id, business_date, id from given)"
                    + " and p.state = 'approved' and p.kind = 'sale' order by p.tenant_id, p.id for update of p),"
                    + " judged as (select g.*, sum(g.amount) over (partition by g.tenant_id, g.id order by g.place) as running,"
                    + " h.rest, h.approved_amount from given g join held h using (tenant_id, business_date, id)),"
                    + " fitting as (select * from judged where running <= rest"
                    + " and (whole = 0 or (rest = approved_amount and amount = approved_amount))),"
                    + " changed as (update payment p set refund_pending = p.refund_pending + f.total"
                    + " from (select tenant_id, business_date, id, sum(amount) as total from fitting"
                    + " group by tenant_id, business_date, id) f"
                    + " where p.tenant_id = f.tenant_id and p.business_date = f.business_date and p.id = f.id)"
                    + " select place from fitting",
            rows -> ColumnArrays.of(rows)
                    .index()
                    .ids(ClaimRow::tenant)
                    .dates(ClaimRow::businessDate)
                    .ids(ClaimRow::original)
                    .longs(ClaimRow::amount)
                    .integers(row -> row.whole() ? 1 : 0)
                    .tuple());

    public static final BatchStatement<ArmedPayment> ARM = ArmStatement.STATEMENT;

    /** Refuses a payment that is not armed any more, or has another owner. */
    public static final BatchStatement<DecidedPayment> DECIDE = DecideStatement.STATEMENT;

    public static final BatchStatement<AnswerRow> ANSWER = new ConditionalStatement<>(
            "payment-answer",
            2_010,
            "update payment_request r set answer = d.answer"
                    + " from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::jsonb[])"
                    + " as d(place, tenant_id, channel, request_id, answer)"
                    + " where r.tenant_id = d.tenant_id and r.channel = d.channel and r.request_id = d.request_id"
                    + " and r.answer is null returning d.place",
            rows -> ColumnArrays.of(rows)
                    .index()
                    .ids(row -> row.key().tenant())
                    .texts(row -> row.key().channel())
                    .uuids(row -> row.key().requestId())
                    .json(AnswerRow::answer)
                    .tuple());

    /** Ends a claim: what was under way is given back, undone, or free again. */
    public static final BatchStatement<ClaimEnd> CLAIM_END = new ConditionalStatement<>(
            "payment-claim-end",
            2_020,
            "with given as (select * from unnest($1::int[], $2::uuid[], $3::date[], $4::uuid[], $5::bigint[], $6::bigint[],"
                    + " $7::uuid[]) as d(place, tenant_id, business_date, id, pending, refunded, voided_by)),"
                    + " summed as (select tenant_id, business_date, id, sum(pending) as pending, sum(refunded) as refunded,"
                    + " (array_agg(voided_by) filter (where voided_by is not null))[1] as voided_by"
                    + " from given group by tenant_id, business_date, id),"
                    + " changed as (update payment p set refund_pending = p.refund_pending - s.pending,"
                    + " refunded = p.refunded + s.refunded, voided_by = s.voided_by,"
                    + " state = case when s.voided_by is null then p.state else 'voided' end"
                    + " from summed s where p.tenant_id = s.tenant_id and p.business_date = s.business_date and p.id = s.id"
                    + " returning p.tenant_id, p.id)"
                    + " select g.place from given g join changed c using (tenant_id, id)",
            rows -> ColumnArrays.of(rows)
                    .index()
                    .ids(row -> row.claim().tenant())
                    .dates(row -> row.claim().businessDate())
                    .ids(row -> row.claim().original())
                    .longs(row -> row.claim().amount())
                    .longs(ClaimEnd::refunded)
                    .ids(ClaimEnd::voidedBy)
                    .tuple());

    /** Undoes an approved payment of which nothing was given back; refuses any other. */
    public static final BatchStatement<PaymentRow> REVERSE = new ConditionalStatement<>(
            "payment-reverse",
            2_030,
            "update payment p set state = 'reversed' from unnest($1::int[], $2::uuid[], $3::date[], $4::uuid[])"
                    + " as d(place, tenant_id, business_date, id)"
                    + " where p.tenant_id = d.tenant_id and p.business_date = d.business_date and p.id = d.id"
                    + " and p.state = 'approved' and p.refunded = 0 and p.refund_pending = 0 returning d.place",
            rows -> ColumnArrays.of(rows)
                    .index()
                    .ids(PaymentRow::tenant)
                    .dates(PaymentRow::businessDate)
                    .ids(PaymentRow::id)
                    .tuple());

    /** What the host is owed from now on; owing it twice is owing it once. */
    public static final BatchStatement<DutyRow> DUTY = new UnconditionalStatement<>(
            "host-duty",
            2_040,
            "insert into host_duty (tenant_id, payment_id, business_date, merchant_id, kind, reason)"
                    + " select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::uuid[], $5::text[], $6::text[])"
                    + " on conflict do nothing",
            rows -> ColumnArrays.of(rows)
                    .ids(row -> row.payment().tenant())
                    .ids(row -> row.payment().id())
                    .dates(row -> row.payment().businessDate())
                    .ids(DutyRow::merchant)
                    .texts(DutyRow::kind)
                    .texts(DutyRow::reason)
                    .tuple());

    private PaymentStatements() {}

    /** An empty hash marks a tombstone: a reversal came before the payment it undoes. */
    public record RequestRow(
            RequestKey key,
            MerchantId merchant,
            byte[] bodyHash,
            LocalDate businessDate,
            PaymentId payment,
            @Nullable JsonObject answer) {}

    public record KsnRow(TenantId tenant, byte[] ksn, UUID requestId) {}

    /** @param whole the amount must be the original's, with nothing given back */
    public record ClaimRow(TenantId tenant, LocalDate businessDate, PaymentId original, long amount, boolean whole) {}

    /** @param refunded minor units that were given back; 0 when they were not */
    public record ClaimEnd(
            ClaimRow claim, long refunded, @Nullable PaymentId voidedBy) {}

    public record AnswerRow(RequestKey key, JsonObject answer) {}

    public record PaymentRow(TenantId tenant, LocalDate businessDate, PaymentId id) {}

    public record DutyRow(PaymentRow payment, MerchantId merchant, String kind, String reason) {}
}
