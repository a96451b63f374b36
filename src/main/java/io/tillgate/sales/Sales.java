package io.tillgate.sales;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.sales.receipt.Copy;
import io.tillgate.sales.receipt.Language;
import io.tillgate.sales.receipt.Receipt;
import io.tillgate.sales.receipt.ReceiptText;
import io.tillgate.sales.store.SaleFilter;
import io.tillgate.sales.store.SaleLists;
import io.tillgate.sales.store.SaleStore;
import io.tillgate.sales.usecase.FindingPremises;
import io.tillgate.sales.usecase.Premises;
import io.tillgate.sales.usecase.SaleCsv;
import io.tillgate.sales.usecase.UndoSale.GoodsBack;
import io.tillgate.sales.usecase.UndoSale.Kind;
import io.tillgate.sales.usecase.UndoingFromThePortal;
import io.tillgate.sales.usecase.UndoingFromThePortal.Wish;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The front door for people: what was sold, and money back. The caller's scope decides what is there. */
@ApplicationScoped
public class Sales {
    /** Rows of an export. */
    public static final int EXPORT_MAX = 10_000;

    private final SaleLists lists;
    private final SaleStore sales;
    private final FindingPremises premises;
    private final UndoingFromThePortal undoing;

    Sales(SaleLists lists, SaleStore sales, FindingPremises premises, UndoingFromThePortal undoing) {
        this.lists = lists;
        this.sales = sales;
        this.premises = premises;
        this.undoing = undoing;
    }

    /** Newest first, without lines and payments. */
    public Uni<Page<Sale>> list(Caller caller, SalesAsked asked, PageRequest page) {
        return lists.page(caller.scope(), caller.tenant(), filter(asked), page);
    }

    /** One row a currency. */
    public Uni<List<SalesTotal>> totals(Caller caller, SalesAsked asked) {
        return lists.totals(caller.scope(), caller.tenant(), filter(asked))
                .map(totals -> totals.stream()
                        .map(total -> new SalesTotal(
                                total.sales(),
                                total.sold(),
                                total.paid().plus(total.tips()),
                                total.tips(),
                                total.refunded(),
                                total.net()))
                        .toList());
    }

    /** The newest {@value #EXPORT_MAX} as CSV (RFC 4180). */
    public Uni<String> csv(Caller caller, SalesAsked asked) {
        return lists.newest(caller.scope(), caller.tenant(), filter(asked), EXPORT_MAX)
                .map(SaleCsv::of);
    }

    /** Whole, with lines and payments. */
    public Uni<Optional<Sale>> find(Caller caller, SaleId id) {
        return sales.find(caller.scope(), caller.tenant(), id);
    }

    /** The sale that a payment belongs to. */
    public Uni<Optional<Sale>> ofPayment(Caller caller, PaymentId payment) {
        return sales.ofPayment(caller.scope(), caller.tenant(), payment);
    }

    /** The customer's copy of its first payment's receipt, 42 columns; empty where its store is gone. */
    public Uni<Optional<String>> receipt(Sale sale, Locale locale) {
        UUID request = sale.first().map(SalePayment::requestId).orElse(null);
        if (request == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        Sale.Place place = sale.place();
        ReceiptText.Form form = new ReceiptText.Form(Copy.CUSTOMER, Language.of(locale), ReceiptText.Form.WIDE);
        return premises.find(new Premises.Key(place.tenant(), place.account(), place.store()))
                .map(found -> found.map(where -> ReceiptText.print(Receipt.of(sale, request, where.heading()), form)));
    }

    /** Decided, or decided before under this key; refuses as the API does. */
    public Uni<UndoAnswered> undo(Caller caller, UndoPayment command) {
        Wish wish = new Wish(
                command.payment(),
                command.whole() ? Kind.VOID : Kind.REFUND,
                command.amount(),
                command.returns().stream()
                        .map(back -> new GoodsBack(back.line(), back.quantity()))
                        .toList(),
                command.reasonCode());
        return undoing.undo(caller, command.key(), wish).map(Sales::answered);
    }

    private static UndoAnswered answered(JsonObject answer) {
        String payment = answer.getString("paymentId");
        return new UndoAnswered(
                answer.getString("outcome"),
                payment == null ? null : PaymentId.fromString(payment),
                answer.getString("reason"));
    }

    private static SaleFilter filter(SalesAsked asked) {
        return new SaleFilter(
                new SaleFilter.Dates(asked.from(), asked.to()),
                new SaleFilter.Where(
                        asked.merchant() == null ? null : asked.merchant().value(),
                        asked.store() == null ? null : asked.store().value(),
                        asked.terminal() == null ? null : asked.terminal().value()),
                asked.state() == null ? null : asked.state().code(),
                asked.total(),
                asked.lastFour(),
                asked.receipt());
    }
}
