package io.tillgate.portal.acquirer;

import io.tillgate.portal.frame.Amounts;
import io.tillgate.settlement.HostCredit;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What was typed about money that came from a card host; the framework fills it. */
public final class CreditForm {
    @RestForm
    @Nullable
    String fund;

    @RestForm
    @Nullable
    String amount;

    @RestForm
    @Nullable
    String currency;

    @RestForm
    @Nullable
    String reference;

    @RestForm
    @Nullable
    String settled;

    @RestForm
    @Nullable
    String text;

    /** Refuses with every mistake there is. */
    HostCredit credit() {
        Money value = amount();
        LocalDate day = day();
        String named = Typed.text(reference);
        List<Violation> wrong = new ArrayList<>();
        if (value == null) {
            wrong.add(new Violation("/amount", "AMOUNT", "an amount, such as 12.50"));
        }
        if (named.isEmpty()) {
            wrong.add(new Violation("/reference", "REQUIRED", "is needed"));
        }
        if (day == null) {
            wrong.add(new Violation("/settled", "DATE", "a date"));
        }
        if (value == null || day == null || !wrong.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "not what a host pays", wrong);
        }
        return new HostCredit(value, named, day, Typed.orNull(text));
    }

    private @Nullable Money amount() {
        try {
            return Amounts.signed(Typed.text(amount), Currency.getInstance(Typed.text(currency)));
        } catch (IllegalArgumentException noCurrency) {
            return null;
        }
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(Typed.text(settled));
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /**
     * The form as it was sent, to be put right.
     *
     * @param fund whose form it is: a page has one for each host that pays; empty where none was sent
     */
    public record Again(String fund, String amount, String reference, String settled) {
        static final Again NONE = new Again("", "", "", "");
    }

    Again again() {
        return new Again(Typed.text(fund), Typed.text(amount), Typed.text(reference), Typed.text(settled));
    }
}
