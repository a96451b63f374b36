package io.tillgate.sales.receipt;

import io.tillgate.catalogue.QuantityText;
import io.tillgate.payments.PaymentKind;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.domain.Taxes.TaxLine;
import io.tillgate.shared.Money;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A receipt for a printer of 32 or 42 columns. */
public final class ReceiptText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Receipt receipt;
    private final Language language;
    private final Words words;
    private final Columns out;

    private ReceiptText(Receipt receipt, Language language, int columns) {
        this.receipt = receipt;
        this.language = language;
        this.words = new Words(language);
        this.out = new Columns(columns);
    }

    /** For whom, in which language, on which paper. */
    public record Form(Copy copy, Language language, int columns) {
        public static final int NARROW = 32;
        public static final int WIDE = 42;

        public Form {
            if (columns != NARROW && columns != WIDE) {
                throw new IllegalArgumentException("paper has 32 or 42 columns");
            }
        }
    }

    /** Lines end with LF; none is wider than the paper. */
    public static String print(Receipt receipt, Form form) {
        ReceiptText text = new ReceiptText(receipt, form.language(), form.columns());
        text.heading();
        if (receipt.shown().kind() == PaymentKind.SALE) {
            text.basket();
        }
        text.payment(form.copy());
        text.foot(form.copy());
        return text.out.text();
    }

    private void heading() {
        Receipt.Heading heading = receipt.heading();
        out.centred(heading.merchant()).centred(heading.store(language));
        heading.address().forEach(out::centred);
        if (heading.phone() != null) {
            out.centred(heading.phone());
        }
        out.rule()
                .pair(words.merchantNumber(), heading.merchantNumber())
                .pair(words.terminal(), receipt.sale().place().terminalNumber())
                .pair(words.receipt(), receipt.sale().terms().receiptNumber())
                .pair(words.date(), TIME.format(receipt.shown().at().atZone(heading.zone())));
        String cashier = receipt.sale().terms().served().cashier();
        if (cashier != null) {
            out.pair(words.cashier(), cashier);
        }
        out.rule();
    }

    private void basket() {
        Sale sale = receipt.sale();
        sale.lines().forEach(this::line);
        if (!sale.lines().isEmpty()) {
            out.rule();
        }
        if (sale.terms().discount() > 0) {
            out.pair(words.discount(), money(-sale.terms().discount()));
        }
        if (!sale.terms().taxIncluded()) {
            taxes(false);
        }
        out.pair(words.total() + " " + currency(), money(sale.terms().total().value()));
        if (sale.terms().taxIncluded()) {
            taxes(true);
        }
        out.rule();
    }

    private void line(SaleLine line) {
        out.left(Receipt.name(line, language));
        out.pair(
                "  " + QuantityText.text(line.thousandths()) + " x " + money(line.unitPrice()),
                money(line.total() + line.discount()));
        if (line.discount() > 0) {
            String what = line.coupon() == null
                    ? words.discount()
                    : words.coupon(line.coupon().code());
            out.pair("  " + what, money(-line.discount()));
        }
    }

    private void taxes(boolean included) {
        for (TaxLine tax : receipt.taxes()) {
            if (tax.tax() != 0) {
                out.pair("  " + words.tax(MoneyText.percent(tax.rate()), included), money(tax.tax()));
            }
        }
    }

    private void payment(Copy copy) {
        SalePayment shown = receipt.shown();
        for (SalePayment other : receipt.otherTenders()) {
            if (shown.kind() == PaymentKind.SALE) {
                out.pair(words.paidBefore(), money(other.amounts().approved()));
            }
        }
        out.centred(words.title(shown.kind()));
        if (shown.tender().equals("cash")) {
            cash();
        } else {
            card(copy);
        }
        if (shown.amounts().tip() > 0) {
            out.pair(words.tip(), money(shown.amounts().tip()));
        }
        out.pair(words.amount() + " " + currency(), money(amountShown()));
        value(words.authorisation(), shown.answered().authCode());
        value(words.reference(), shown.answered().rrn());
        out.blank().centred(words.state(shown.state()));
        out.centred(words.reason(shown.answered()));
        long due = receipt.sale().due();
        if (shown.kind() == PaymentKind.SALE && due > 0) {
            out.pair(words.due(), money(due));
        }
    }

    private long amountShown() {
        var amounts = receipt.shown().amounts();
        return receipt.shown().state().equals("approved") ? amounts.approved() : amounts.asked();
    }

    private void cash() {
        Long tendered = receipt.shown().amounts().tendered();
        if (tendered == null) {
            out.left(words.cash());
            return;
        }
        out.left(words.cash()).pair(words.tendered(), money(tendered)).pair(words.change(), money(receipt.change()));
    }

    private void card(Copy copy) {
        SalePayment.CardShown card = receipt.shown().card();
        if (card == null) {
            return;
        }
        value(words.card(), masked(card.masked(), copy));
        String entry = card.entry() == null ? "" : words.entry(card.entry());
        out.pair(scheme(card), entry);
        value("AID", card.aid());
    }

    private static String scheme(SalePayment.CardShown card) {
        String scheme = card.scheme() == null ? "" : card.scheme().toUpperCase(Locale.ROOT);
        return card.label() == null ? scheme : card.label();
    }

    private static @Nullable String masked(@Nullable String masked, Copy copy) {
        return masked == null || copy == Copy.MERCHANT ? masked : "**** " + masked.substring(masked.length() - 4);
    }

    private void foot(Copy copy) {
        SalePayment shown = receipt.shown();
        boolean sign = copy == Copy.MERCHANT
                && shown.state().equals("approved")
                && shown.card() != null
                && "swipe".equals(shown.card().entry());
        if (sign) {
            out.blank().left(words.signature()).blank().rule();
        }
        out.blank().centred(words.copy(copy));
        if (copy == Copy.CUSTOMER && shown.state().equals("approved")) {
            out.centred(words.thanks());
        }
    }

    private void value(String name, @Nullable String value) {
        if (value != null) {
            out.pair(name, value);
        }
    }

    private String currency() {
        return receipt.sale().terms().total().currency().getCurrencyCode();
    }

    private String money(long minor) {
        return MoneyText.of(new Money(minor, receipt.sale().terms().total().currency()));
    }
}
