package io.tillgate.portal.acquirer;

import io.tillgate.merchants.MerchantAccount;
import io.tillgate.portal.frame.Amounts;
import io.tillgate.settlement.ProposeAdjustment;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What was typed about a credit or debit by hand; the framework fills it. */
public final class AdjustmentForm {
    static final int REASON_MAX = 200;

    @RestForm
    @Nullable
    String account;

    @RestForm
    @Nullable
    String amount;

    @RestForm
    @Nullable
    String reason;

    @RestForm
    @Nullable
    String note;

    /** In the currency of the account, whatever the page showed. Refuses with every mistake there is. */
    ProposeAdjustment proposal(MerchantAccount to) {
        Money value = Amounts.signed(Typed.text(amount), to.currency());
        String why = Typed.text(reason);
        String aside = Typed.orNull(note);
        List<Violation> wrong = new ArrayList<>();
        if (value == null) {
            wrong.add(new Violation("/amount", "AMOUNT", "an amount, such as 12.50 or -12.50"));
        } else if (value.isZero()) {
            wrong.add(new Violation("/amount", "RANGE", "not 0"));
        }
        if (why.isEmpty()) {
            wrong.add(new Violation("/reason", "REQUIRED", "is needed"));
        } else if (why.length() > REASON_MAX) {
            wrong.add(new Violation("/reason", "LENGTH", "at most " + REASON_MAX + " characters"));
        }
        if (aside != null && aside.length() > Typed.LENGTH_MAX) {
            wrong.add(new Violation("/note", "LENGTH", "at most " + Typed.LENGTH_MAX + " characters"));
        }
        if (value == null || !wrong.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "not an adjustment", wrong);
        }
        return new ProposeAdjustment(to.id(), value, why, aside);
    }

    /** The form as it was sent, to be put right. */
    public record Again(String account, String number, Currency currency, String amount, String reason, String note) {}

    Again again(MerchantAccount to) {
        return new Again(
                to.id().toString(),
                to.number().toString(),
                to.currency(),
                Typed.text(amount),
                Typed.text(reason),
                Typed.text(note));
    }
}
