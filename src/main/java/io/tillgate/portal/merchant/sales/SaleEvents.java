package io.tillgate.portal.merchant.sales;

import io.tillgate.payments.PaymentKind;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.merchant.shop.Event;
import io.tillgate.portal.merchant.shop.MethodNames;
import io.tillgate.portal.merchant.shop.ShopMessages;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened with a sale, in order and in words. */
final class SaleEvents {
    private final SalesMessages words;
    private final ShopMessages shop;
    private final Formats formats;

    SaleEvents(SalesMessages words, ShopMessages shop, Formats formats) {
        this.words = words;
        this.shop = shop;
        this.formats = formats;
    }

    List<Event> of(Sale sale) {
        List<Event> events = new ArrayList<>();
        String cashier = sale.terms().served().cashier();
        String till = sale.place().terminalNumber();
        events.add(new Event(
                cashier == null ? words.e_began(till) : words.e_began_by(till, cashier),
                "",
                formats.timeWithSeconds(sale.createdAt()),
                ""));
        sale.payments()
                .forEach(payment ->
                        events.add(event(payment, sale.terms().total().currency())));
        return events;
    }

    private Event event(SalePayment payment, Currency currency) {
        long moved = payment.amounts().approved() > 0
                ? payment.amounts().approved()
                : payment.amounts().asked();
        String money = formats.money(moved, currency);
        return new Event(
                title(payment, money), about(payment), formats.timeWithSeconds(payment.at()), tone(payment.state()));
    }

    private String title(SalePayment payment, String money) {
        return switch (payment.kind()) {
            case SALE, TEST ->
                switch (payment.state()) {
                    case "approved" -> words.e_approved(money);
                    case "declined" -> words.e_declined(money);
                    case "not-taken" -> words.e_nottaken(money);
                    case "voided" -> words.e_voided(money);
                    case "reversed" -> words.e_reversed(money);
                    default -> words.e_pending(money);
                };
            case REFUND ->
                switch (payment.state()) {
                    case "approved" -> words.e_refund(money);
                    case "declined" -> words.e_refund_declined(money);
                    case "not-taken" -> words.e_refund_nottaken(money);
                    default -> words.e_refund_pending(money);
                };
            case VOID ->
                switch (payment.state()) {
                    case "approved" -> words.e_void(money);
                    case "declined", "not-taken" -> words.e_void_declined(money);
                    default -> words.e_void_pending(money);
                };
        };
    }

    private String about(SalePayment payment) {
        return Stream.of(how(payment), code(payment), reason(payment))
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String how(SalePayment payment) {
        if (payment.kind() != PaymentKind.SALE) {
            return null;
        }
        SalePayment.CardShown card = payment.card();
        if (payment.tender().equals("cash")) {
            return words.e_cash();
        }
        return card == null || card.masked() == null ? words.e_wallet() : card(card);
    }

    private String card(SalePayment.CardShown card) {
        String scheme = MethodNames.of(card.scheme() == null ? "" : card.scheme(), shop);
        String entry = card.entry() == null
                ? ""
                : switch (card.entry()) {
                    case "chip" -> words.entry_chip();
                    case "contactless" -> words.entry_contactless();
                    case "swipe" -> words.entry_swipe();
                    default -> words.entry_manual();
                };
        return words.e_card(scheme, String.valueOf(card.masked()), entry);
    }

    private @Nullable String code(SalePayment payment) {
        String code = payment.answered().authCode();
        return code == null || code.isBlank() ? null : words.e_auth(code);
    }

    /** Merchants hear who said no, and what to make of it; not which rule. */
    private @Nullable String reason(SalePayment payment) {
        String reason = payment.answered().reason();
        String code = payment.answered().responseCode();
        if (payment.state().equals("approved") || (reason == null && code == null)) {
            return null;
        }
        if (reason != null && reason.contains("NO_HOST_ANSWER")) {
            return words.reason_no_answer();
        }
        if (code != null && !code.equals("00")) {
            return words.reason_bank(code);
        }
        return reason != null && reason.contains("RISK") ? words.reason_risk() : words.reason_other();
    }

    private static String tone(String state) {
        return switch (state) {
            case "approved" -> "good";
            case "declined", "not-taken" -> "warn";
            default -> "";
        };
    }
}
