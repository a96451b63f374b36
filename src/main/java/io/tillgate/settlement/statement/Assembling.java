package io.tillgate.settlement.statement;

import io.tillgate.pricing.FeePlan;
import io.tillgate.settlement.statement.Statement.Issuer;
import io.tillgate.settlement.statement.Statement.JournalHead;
import io.tillgate.settlement.statement.Statement.OtherKind;
import io.tillgate.settlement.statement.Statement.OtherLine;
import io.tillgate.settlement.statement.Statement.PaymentKind;
import io.tillgate.settlement.statement.Statement.PaymentLine;
import io.tillgate.settlement.statement.Statement.Period;
import io.tillgate.settlement.statement.Statement.Recipient;
import io.tillgate.settlement.statement.Statement.Standing;
import io.tillgate.settlement.statement.Statement.Transfer;
import io.tillgate.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a statement of what the tables say. Pure: the same facts make the same statement. */
public final class Assembling {
    private static final String UNKNOWN = "–";

    private final Context context;
    private final StatementWords words;

    private Assembling(Context context) {
        this.context = context;
        this.words = new StatementWords(context.locale);
    }

    /**
     * What a statement needs beside the payout.
     *
     * @param zone of the tenant's business day
     * @param plan the account's price list of today; empty when there is no such list any more
     */
    public record Context(Issuer issuer, ZoneId zone, Locale locale, Optional<FeePlan> plan, JournalHead head) {}

    /** @param items all of the run for the account, in the order of the journal */
    public static Statement of(PayoutFacts payout, List<ItemFacts> items, Context context) {
        return new Assembling(context).statement(payout, items);
    }

    private Statement statement(PayoutFacts payout, List<ItemFacts> items) {
        ExplainingFees fees = new ExplainingFees(words, payout.amount().currency(), context.plan);
        List<PaymentLine> payments = new ArrayList<>(items.size());
        List<OtherLine> others = new ArrayList<>();
        for (ItemFacts item : items) {
            if (item.isPayment()) {
                payments.add(payment(item));
                fees.payment(item, method(item.payment()));
            } else {
                fees.correction(item);
                if (!item.gross().isZero()) {
                    others.add(other(item));
                }
            }
        }
        return new Statement(
                context.issuer,
                Recipient.of(payout.merchant(), words),
                period(payout, items),
                transfer(payout),
                payout.carriedIn(),
                payments,
                fees.lines(),
                others,
                payout.carriedOut(),
                context.head);
    }

    private Period period(PayoutFacts payout, List<ItemFacts> items) {
        LocalDate from = items.stream()
                .map(ItemFacts::bookedOn)
                .min(LocalDate::compareTo)
                .filter(first -> first.isBefore(payout.businessDate()))
                .orElse(payout.businessDate());
        OffsetDateTime closedAt = payout.cutAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(context.zone)
                .toOffsetDateTime();
        return new Period(from, payout.businessDate(), payout.cycle(), closedAt, context.zone.getId());
    }

    private static Transfer transfer(PayoutFacts payout) {
        PayoutFacts.Attempt attempt = payout.attempt();
        return new Transfer(
                attempt.endToEndId(),
                payout.amount(),
                Standing.of(attempt.state()),
                Objects.requireNonNullElse(attempt.holder(), UNKNOWN),
                Objects.requireNonNullElse(attempt.bankAccount(), UNKNOWN),
                attempt.bankReference(),
                attempt.bookedOn());
    }

    private PaymentLine payment(ItemFacts item) {
        ItemFacts.Payment payment = item.payment();
        PaymentKind kind = PaymentKind.valueOf(item.kind().toUpperCase(Locale.ROOT));
        if (payment == null) {
            OffsetDateTime at = item.bookedAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
            return new PaymentLine(
                    kind, item.bookedOn(), at, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, null, item.gross(), item.fee());
        }
        ItemFacts.Card card = payment.card();
        return new PaymentLine(
                kind,
                item.bookedOn(),
                payment.at()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(payment.zone())
                        .toOffsetDateTime(),
                Objects.requireNonNullElse(payment.receipt(), UNKNOWN),
                store(payment.place()),
                payment.place().till(),
                method(payment),
                card == null ? null : card.lastFour(),
                item.gross(),
                item.fee());
    }

    private String store(ItemFacts.Place place) {
        String chinese = place.storeZh();
        return words.isChinese() && chinese != null ? chinese : place.storeEn();
    }

    private String method(ItemFacts.@Nullable Payment payment) {
        ItemFacts.Card card = payment == null ? null : payment.card();
        return ExplainingFees.scheme(card == null ? null : card.scheme(), words);
    }

    private OtherLine other(ItemFacts item) {
        OtherKind kind = item.kind().startsWith("chargeback")
                ? OtherKind.CHARGEBACK
                : item.kind().startsWith("reserve-") ? OtherKind.RESERVE : OtherKind.ADJUSTMENT;
        String reference = words.pick("journal entry ", "分录 ") + item.number();
        Why why = item.why();
        return new OtherLine(
                kind, item.bookedOn(), reference, why == null ? why(item) : why.text(words.locale()), item.gross());
    }

    private String why(ItemFacts item) {
        Money gross = item.gross();
        return switch (item.kind()) {
            case "chargeback" -> words.pick("Taken back by the cardholder's bank", "持卡人银行追回款项");
            case "chargeback-won" -> words.pick("Chargeback decided in your favour", "拒付争议裁定商户胜诉");
            case "reserve-held" -> words.pick("Held back as a reserve", "留存为保证金");
            case "reserve-released" -> words.pick("Reserve released", "保证金释放");
            default ->
                gross.isPositive()
                        ? words.pick("Correction in your favour", "有利于您的更正")
                        : words.pick("Correction to your debit", "对您扣减的更正");
        };
    }
}
