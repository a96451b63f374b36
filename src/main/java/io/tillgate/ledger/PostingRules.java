package io.tillgate.ledger;

import static io.tillgate.ledger.AccountCode.BANK;
import static io.tillgate.ledger.AccountCode.BANK_COST;
import static io.tillgate.ledger.AccountCode.CARD_HOST_RECEIVABLE;
import static io.tillgate.ledger.AccountCode.CASH_IN_STORES;
import static io.tillgate.ledger.AccountCode.CASH_TAKINGS;
import static io.tillgate.ledger.AccountCode.FEE_INCOME;
import static io.tillgate.ledger.AccountCode.HOST_COST;
import static io.tillgate.ledger.AccountCode.MERCHANT_PAYABLE;
import static io.tillgate.ledger.AccountCode.MERCHANT_RESERVE;
import static io.tillgate.ledger.AccountCode.PAYOUT_CLEARING;
import static io.tillgate.ledger.AccountCode.SUSPENSE;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every way in which money moves through the book, each as one pure function. The signs are here and nowhere else:
 * callers hand in positive amounts, unless a parameter says otherwise.
 */
public final class PostingRules {
    private PostingRules() {}

    /** A captured payment, gross: the card host owes us what we owe the merchant. */
    public static JournalEntry sale(Booking booking, MerchantAccountId merchant, Money gross) {
        return move(
                booking, PostingRule.SALE, positive(gross), Pair.of(CARD_HOST_RECEIVABLE, MERCHANT_PAYABLE, merchant));
    }

    /** What that payment costs the merchant; nothing to book when it costs nothing. */
    public static Optional<JournalEntry> saleFee(Booking booking, MerchantAccountId merchant, Money fee) {
        return fee(booking, PostingRule.SALE_FEE, merchant, fee);
    }

    /** Undoes a captured sale: a void, or the reversal of an approval that the terminal could not finish. */
    public static JournalEntry voided(Booking booking, MerchantAccountId merchant, Money gross) {
        return move(
                booking, PostingRule.VOID, positive(gross), Pair.of(MERCHANT_PAYABLE, CARD_HOST_RECEIVABLE, merchant));
    }

    /** Gives back the whole fee of a voided sale. */
    public static Optional<JournalEntry> voidedFee(Booking booking, MerchantAccountId merchant, Money feeCharged) {
        return fee(booking, PostingRule.VOID_FEE, merchant, feeCharged.negated());
    }

    /** Money back to the cardholder later: the merchant gives it, the card host is paid less. */
    public static JournalEntry refund(Booking booking, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.REFUND,
                positive(amount),
                Pair.of(MERCHANT_PAYABLE, CARD_HOST_RECEIVABLE, merchant));
    }

    /** The fee of a refund: positive is charged to the merchant, negative is part of the sale's fee given back. */
    public static Optional<JournalEntry> refundFee(Booking booking, MerchantAccountId merchant, Money signedFee) {
        return fee(booking, PostingRule.REFUND_FEE, merchant, signedFee);
    }

    /** What an account pays by the month, in advance. */
    public static JournalEntry monthlyFee(Booking booking, MerchantAccountId merchant, Money fee) {
        return accountFee(booking, PostingRule.MONTHLY_FEE, merchant, positive(fee));
    }

    /**
     * The difference between what a month's payments were charged and what they cost by the tier they reached: negative is
     * given back.
     */
    public static JournalEntry tierFee(Booking booking, MerchantAccountId merchant, Money signedDifference) {
        return accountFee(booking, PostingRule.TIER_FEE, merchant, signedDifference);
    }

    /** What raises a month's fees to the minimum. */
    public static JournalEntry monthlyMinimumFee(Booking booking, MerchantAccountId merchant, Money shortfall) {
        return accountFee(booking, PostingRule.MONTHLY_MINIMUM_FEE, merchant, positive(shortfall));
    }

    /** Cash over the counter, memo only: we never owe it to anybody. */
    public static JournalEntry cashSale(Booking booking, Money amount) {
        return move(booking, PostingRule.CASH_SALE, positive(amount), Pair.of(CASH_IN_STORES, CASH_TAKINGS));
    }

    /** Cash given back over the counter, or a cash sale undone. */
    public static JournalEntry cashRefund(Booking booking, Money amount) {
        return move(booking, PostingRule.CASH_REFUND, positive(amount), Pair.of(CASH_TAKINGS, CASH_IN_STORES));
    }

    /** Where money is when it is found to be a card host's or a payout's: on the bank account, or set aside before. */
    public enum Lies {
        AT_THE_BANK(BANK),
        IN_SUSPENSE(SUSPENSE);

        private final AccountCode account;

        Lies(AccountCode account) {
            this.account = account;
        }
    }

    /**
     * The card host pays for a day: {@code received} reaches the bank and {@code cost} stays with host and schemes;
     * together they are what was owed. Either may be zero, not both.
     */
    public static JournalEntry hostFunding(Booking booking, Money received, Money cost) {
        return hostFunding(booking, Lies.AT_THE_BANK, received, cost);
    }

    /** The same, of money that may have been set aside before. */
    public static JournalEntry hostFunding(Booking booking, Lies lies, Money received, Money cost) {
        List<Posting> postings = new ArrayList<>(3);
        if (!received.isZero()) {
            postings.add(Posting.debit(tenant(booking, lies.account, received), received));
        }
        if (!cost.isZero()) {
            postings.add(Posting.debit(tenant(booking, HOST_COST, cost), cost));
        }
        Money owed = received.plus(cost);
        postings.add(Posting.credit(tenant(booking, CARD_HOST_RECEIVABLE, owed), owed));
        return new JournalEntry(booking, PostingRule.HOST_FUNDING, postings);
    }

    /** Payout in transit, first step: released to the bank. */
    public static JournalEntry payoutReleased(Booking booking, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.PAYOUT_RELEASED,
                positive(amount),
                Pair.of(MERCHANT_PAYABLE, PAYOUT_CLEARING, merchant));
    }

    /** Payout in transit, last step: the bank booked it. */
    public static JournalEntry payoutBooked(Booking booking, Lies lies, Money amount) {
        return move(booking, PostingRule.PAYOUT_BOOKED, positive(amount), Pair.of(PAYOUT_CLEARING, lies.account));
    }

    /** The bank refused the payout before booking it: we owe the merchant again. */
    public static JournalEntry payoutRejected(Booking booking, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.PAYOUT_REJECTED,
                positive(amount),
                Pair.of(PAYOUT_CLEARING, MERCHANT_PAYABLE, merchant));
    }

    /** A person took the payout back before the bank fetched it: we owe the merchant again. */
    public static JournalEntry payoutCancelled(Booking booking, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.PAYOUT_CANCELLED,
                positive(amount),
                Pair.of(PAYOUT_CLEARING, MERCHANT_PAYABLE, merchant));
    }

    /** The merchant's bank sent a booked payout back: the money is here, and we owe it again. */
    public static JournalEntry payoutReturned(Booking booking, Lies lies, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.PAYOUT_RETURNED,
                positive(amount),
                Pair.of(lies.account, MERCHANT_PAYABLE, merchant));
    }

    /**
     * The bank moved money that is nobody's yet: it is set aside, so that the bank account stays what the bank says.
     *
     * @param moved positive came in, negative went out
     */
    public static JournalEntry suspended(Booking booking, Money moved) {
        return move(booking, PostingRule.SUSPENDED, moved, Pair.of(BANK, SUSPENSE));
    }

    /** Money that was set aside is a merchant's: what came in is in its favour, what went out it owes us. */
    public static JournalEntry suspendedForMerchant(Booking booking, MerchantAccountId merchant, Money moved) {
        return move(booking, PostingRule.ADJUSTMENT, moved, Pair.of(SUSPENSE, MERCHANT_PAYABLE, merchant));
    }

    /** Money that was set aside is our bank's own charge (it went out), or interest (it came in). */
    public static JournalEntry bankCharge(Booking booking, Money moved) {
        return move(booking, PostingRule.BANK_CHARGE, moved, Pair.of(SUSPENSE, BANK_COST));
    }

    /** Money that was set aside had moved only once: the book knew this booking, and takes the second of it back. */
    public static JournalEntry toldBefore(Booking booking, Money moved) {
        return move(booking, PostingRule.TOLD_BEFORE, moved, Pair.of(SUSPENSE, BANK));
    }

    /** The cardholder's bank took the money back. */
    public static JournalEntry chargeback(Booking booking, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.CHARGEBACK,
                positive(amount),
                Pair.of(MERCHANT_PAYABLE, CARD_HOST_RECEIVABLE, merchant));
    }

    /** A chargeback decided for the merchant. */
    public static JournalEntry chargebackWon(Booking booking, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.CHARGEBACK_WON,
                positive(amount),
                Pair.of(CARD_HOST_RECEIVABLE, MERCHANT_PAYABLE, merchant));
    }

    /** Part of what we owe is held back. */
    public static JournalEntry reserveHeld(Booking booking, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.RESERVE_HELD,
                positive(amount),
                Pair.of(MERCHANT_PAYABLE, MERCHANT_RESERVE, merchant));
    }

    /** What was held back is owed again. */
    public static JournalEntry reserveReleased(Booking booking, MerchantAccountId merchant, Money amount) {
        return move(
                booking,
                PostingRule.RESERVE_RELEASED,
                positive(amount),
                Pair.of(MERCHANT_RESERVE, MERCHANT_PAYABLE, merchant));
    }

    /** A correction by hand: positive is in the merchant's favour and costs us, negative the other way round. */
    public static JournalEntry adjustment(Booking booking, MerchantAccountId merchant, Money inFavour) {
        return move(booking, PostingRule.ADJUSTMENT, inFavour, Pair.of(FEE_INCOME, MERCHANT_PAYABLE, merchant));
    }

    private static JournalEntry accountFee(
            Booking booking, PostingRule rule, MerchantAccountId merchant, Money signed) {
        return move(booking, rule, signed, Pair.of(MERCHANT_PAYABLE, FEE_INCOME, merchant));
    }

    private static Optional<JournalEntry> fee(
            Booking booking, PostingRule rule, MerchantAccountId merchant, Money signed) {
        return signed.isZero() ? Optional.empty() : Optional.of(accountFee(booking, rule, merchant, signed));
    }

    private static JournalEntry move(Booking booking, PostingRule rule, Money amount, Pair pair) {
        return JournalEntry.of(
                booking,
                rule,
                Posting.debit(account(booking, pair.debit, pair.merchant, amount), amount),
                Posting.credit(account(booking, pair.credit, pair.merchant, amount), amount));
    }

    private static LedgerAccount account(
            Booking booking, AccountCode code, Optional<MerchantAccountId> merchant, Money amount) {
        return code.holder() == AccountCode.Holder.TENANT
                ? tenant(booking, code, amount)
                : LedgerAccount.ofMerchant(booking.tenant(), code, merchant.orElseThrow(), amount.currency());
    }

    private static LedgerAccount tenant(Booking booking, AccountCode code, Money amount) {
        return LedgerAccount.ofTenant(booking.tenant(), code, amount.currency());
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount to book must be positive: " + amount);
        }
        return amount;
    }

    /** Debited and credited account of a simple movement. */
    private record Pair(AccountCode debit, AccountCode credit, Optional<MerchantAccountId> merchant) {
        static Pair of(AccountCode debit, AccountCode credit) {
            return new Pair(debit, credit, Optional.empty());
        }

        static Pair of(AccountCode debit, AccountCode credit, MerchantAccountId merchant) {
            return new Pair(debit, credit, Optional.of(merchant));
        }
    }
}
