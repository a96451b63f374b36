package io.tillgate.settlement.statement;

import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant is told about one payout. All amounts are in one currency, positive in favour of the merchant, and add up: what was carried over, the payments,
 * the fees and everything else is what is paid out and what is carried on. A statement that does not cannot be built.
 *
 * @param openingBalance carried over from the run before; negative: owed by the merchant
 * @param payments every payment of the run, in the order of the journal
 * @param fees all of the run, those of payments included
 * @param carriedBalance carried on to the next run; negative: owed by the merchant
 */
public record Statement(
        Issuer issuer,
        Recipient recipient,
        Period period,
        Transfer payout,
        Money openingBalance,
        List<PaymentLine> payments,
        List<FeeLine> fees,
        List<OtherLine> others,
        Money carriedBalance,
        JournalHead head) {

    public Statement {
        payments = List.copyOf(payments);
        fees = List.copyOf(fees);
        others = List.copyOf(others);
        Money items = openingBalance
                .plus(sum(payments.stream().map(PaymentLine::gross).toList(), openingBalance.currency()))
                .plus(sum(fees.stream().map(FeeLine::amount).toList(), openingBalance.currency()))
                .plus(sum(others.stream().map(OtherLine::amount).toList(), openingBalance.currency()));
        if (!items.equals(payout.amount().plus(carriedBalance))) {
            throw new IllegalArgumentException("the items of payout " + payout.reference() + " sum to " + items.value()
                    + ", not to " + payout.amount().value() + " and " + carriedBalance.value() + " carried");
        }
        Money charged = sum(payments.stream().map(PaymentLine::fee).toList(), openingBalance.currency());
        Money explained = sum(
                fees.stream().filter(FeeLine::ofPayments).map(FeeLine::amount).toList(), openingBalance.currency());
        if (!charged.equals(explained)) {
            throw new IllegalArgumentException("payments of payout " + payout.reference() + " cost " + charged.value()
                    + ", explained are " + explained.value());
        }
    }

    /**
     * Whose letter it is.
     *
     * @param colour {@code #rrggbb}
     * @param wordMark 1 to 24 characters
     */
    public record Issuer(String name, String wordMark, String colour) {}

    /**
     * @param merchantNumber of the merchant account that was settled
     * @param registration number and country of the register
     */
    public record Recipient(String legalName, String tradingName, String merchantNumber, String registration) {}

    /**
     * What the run covers.
     *
     * @param from first business date with a payment
     * @param until business date of the cut-off
     * @param closedAt when the run was made; the date of the statement
     * @param timeZone of {@code closedAt} as people read it
     */
    public record Period(LocalDate from, LocalDate until, int cycle, OffsetDateTime closedAt, String timeZone) {}

    /**
     * The money that leaves.
     *
     * @param amount zero where nothing is left to pay
     * @param bankAccount masked
     * @param bankReference what the bank named its booking; null before
     * @param paidOn the bank's date of booking; null before
     */
    public record Transfer(
            String reference,
            Money amount,
            Standing standing,
            String accountHolder,
            String bankAccount,
            @Nullable String bankReference,
            @Nullable LocalDate paidOn) {}

    /** How far the money is. */
    public enum Standing {
        /** The merchant's bank account is not confirmed. */
        HELD,
        /** Two people have not released it yet. */
        TO_BE_RELEASED,
        /** Released, and waiting for the bank to fetch it. */
        RELEASED,
        /** The bank has it and did not book it yet. */
        AT_THE_BANK,
        PAID,
        REJECTED,
        RETURNED,
        CANCELLED,
        /** Nothing was left to pay. */
        NOTHING_TO_PAY
    }

    /** What moved money at the till. */
    public enum PaymentKind {
        SALE,
        REFUND,
        VOID
    }

    /**
     * One payment.
     *
     * @param at local time of the store
     * @param method scheme, wallet or cash as people say it
     * @param lastFour of the card; null without one
     * @param gross negative for what goes back to the customer
     * @param fee negative: charged to the merchant
     */
    public record PaymentLine(
            PaymentKind kind,
            LocalDate businessDate,
            OffsetDateTime at,
            String receipt,
            String store,
            String till,
            String method,
            @Nullable String lastFour,
            Money gross,
            Money fee) {
        public Money net() {
            return gross.plus(fee);
        }
    }

    /**
     * One way of charging and what it came to.
     *
     * @param text why, in the language of the statement
     * @param count of payments; 0 for a fee of the account
     * @param base what the fee was taken of; zero for a fee of the account
     * @param amount negative: charged to the merchant
     * @param ofPayments false for a fee of the account: minimum, monthly, true-up of a tier
     */
    public record FeeLine(String text, long count, Money base, Money amount, boolean ofPayments) {}

    /** What else moves a merchant's balance. */
    public enum OtherKind {
        CHARGEBACK,
        RESERVE,
        ADJUSTMENT
    }

    /** @param amount positive: in favour of the merchant */
    public record OtherLine(OtherKind kind, LocalDate businessDate, String reference, String text, Money amount) {}

    /**
     * The signed head of the journal's chain that covers the run. Hash, signature and fingerprint are lower-case hex.
     *
     * @param throughEntry number of the last journal entry that the run covers; at most {@code number}
     * @param keyFingerprint SHA-256 of the public key (X.509 SubjectPublicKeyInfo)
     */
    public record JournalHead(
            String tenant,
            long throughEntry,
            long number,
            String hash,
            String signature,
            String publicKey,
            String keyFingerprint,
            Instant sealedAt) {}

    /** So many, and what they come to. */
    public record Total(long count, Money amount) {}

    public Currency currency() {
        return payout.amount().currency();
    }

    public Total payments(PaymentKind kind) {
        Predicate<PaymentLine> counted = line -> line.kind() == kind;
        return new Total(
                payments.stream().filter(counted).count(),
                sum(payments.stream().filter(counted).map(PaymentLine::gross).toList(), currency()));
    }

    public Total others(OtherKind kind) {
        Predicate<OtherLine> counted = line -> line.kind() == kind;
        return new Total(
                others.stream().filter(counted).count(),
                sum(others.stream().filter(counted).map(OtherLine::amount).toList(), currency()));
    }

    /** What all fees come to; negative: charged to the merchant. */
    public Money feesTotal() {
        return sum(fees.stream().map(FeeLine::amount).toList(), currency());
    }

    static Money sum(List<Money> amounts, Currency currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
