package io.tillgate.portal.merchant.sales;

import io.tillgate.portal.frame.Amounts;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.sales.RefundView.Line;
import io.tillgate.portal.merchant.shop.MethodNames;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts together the form that gives money back, and reads what people write into it. */
@RequestScoped
class RefundViews {
    private static final List<String> REASONS = List.of("CUSTOMER_REQUEST", "FAULTY_GOODS", "MISTAKE", "DUPLICATE");

    private final Frames frames;
    private final Shop shop;

    RefundViews(Frames frames, Shop shop) {
        this.frames = frames;
        this.shop = shop;
    }

    RefundView of(Sale sale, RefundForm form, Mistakes mistakes, String action) {
        Refundable refundable = Refundable.of(sale);
        Formats formats = shop.formats();
        SalesMessages words = words();
        Money left = new Money(refundable.left(), sale.terms().total().currency());
        String back = "sales/" + sale.id();
        return new RefundView(
                frames.href(back + "/" + action),
                frames.href(back),
                words.r_of(
                        sale.terms().receiptNumber(), formats.money(sale.terms().total())),
                refundable.left() == 0 ? "" : words.r_left(formats.money(left)),
                words.r_all(formats.money(left)),
                words.r_amount(left.currency().getCurrencyCode()),
                Objects.requireNonNullElse(form.amount, ""),
                "some".equals(form.much),
                Long.toString(refundable.left()),
                refundable.parts().size() < 2 ? List.of() : payments(refundable, form, formats),
                lines(sale, form, formats),
                reasons(form.reason),
                consequences(refundable),
                words.v_will(formats.money(left)),
                mistakes);
    }

    /** Refuses more than is left, and what is no amount. */
    static Money amount(@Nullable String text, Money left) {
        Money amount = text == null ? null : Amounts.of(text, left.currency());
        if (amount != null && amount.isPositive() && amount.value() <= left.value()) {
            return amount;
        }
        throw new Refusal(
                CommonProblem.VALIDATION,
                "not an amount that is left",
                List.of(new Violation("/amount", "LEFT", "above nothing and at most what is left")));
    }

    String reason(@Nullable String reason) {
        return reason != null && REASONS.contains(reason) ? reason : REASONS.getFirst();
    }

    private List<Option> payments(Refundable refundable, RefundForm form, Formats formats) {
        var currency = refundable.sale().terms().total().currency();
        return refundable.parts().stream()
                .map(part -> new Option(
                        RefundPage.id(part.payment()),
                        how(part.payment()) + ", " + formats.money(part.left(), currency),
                        RefundPage.id(part.payment()).equals(form.payment)))
                .toList();
    }

    private List<Line> lines(Sale sale, RefundForm form, Formats formats) {
        return sale.lines().stream()
                .filter(line ->
                        line.returned() < line.thousandths() && line.article().product() != null)
                .map(line -> new Line(
                        Integer.toString(line.line()),
                        line.article().name(shop.chinese()),
                        formats.quantity(line.thousandths() - line.returned()) + " × "
                                + formats.money(
                                        line.unitPrice(), sale.terms().total().currency()),
                        form.lines().contains(Integer.toString(line.line()))))
                .toList();
    }

    private List<Option> reasons(@Nullable String chosen) {
        SalesMessages words = words();
        List<String> labels =
                List.of(words.why_customer(), words.why_faulty(), words.why_mistake(), words.why_duplicate());
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < REASONS.size(); i++) {
            options.add(new Option(REASONS.get(i), labels.get(i), REASONS.get(i).equals(reason(chosen))));
        }
        return options;
    }

    private List<String> consequences(Refundable refundable) {
        SalesMessages words = words();
        List<String> said = new ArrayList<>();
        refundable.parts().stream()
                .map(Refundable.Part::payment)
                .map(payment -> payment.tender().equals("cash") ? words.r_will_cash() : words.r_will_card(how(payment)))
                .distinct()
                .forEach(said::add);
        if (refundable.parts().stream()
                .anyMatch(part -> !part.payment().tender().equals("cash"))) {
            said.add(words.r_will_payout());
        }
        said.add(words.r_will_final());
        return said;
    }

    private String how(SalePayment payment) {
        SalePayment.CardShown card = payment.card();
        if (payment.tender().equals("cash")) {
            return words().e_cash();
        }
        return card == null || card.masked() == null
                ? words().e_wallet()
                : MethodNames.of(card.scheme() == null ? "" : card.scheme(), shop.words()) + " " + card.masked();
    }

    private SalesMessages words() {
        return Words.in(SalesMessages.class, shop.locale());
    }
}
