package io.tillgate.sales.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.QuantityText;
import io.tillgate.catalogue.UnitOfSale;
import io.tillgate.payments.Instruction;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.Payments;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.TakePayment;
import io.tillgate.payments.Till;
import io.tillgate.platform.persistence.CommitUnit.Part;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.SaleState;
import io.tillgate.sales.store.SaleStatements;
import io.tillgate.sales.store.SaleStatements.Claim;
import io.tillgate.sales.store.SaleStatements.PaymentRow;
import io.tillgate.sales.store.SaleStatements.SaleKey;
import io.tillgate.sales.store.SaleStore;
import io.tillgate.sales.usecase.UndoSale.GoodsBack;
import io.tillgate.sales.usecase.UndoSale.Kind;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refunds and voids: takes the sale into work and asks payments; what may be undone is for payments to say. */
@ApplicationScoped
public class UndoingSale {
    private final Payments payments;
    private final SaleStore store;
    private final SalesUnderWay underWay;
    private final BusinessClock clock;

    UndoingSale(Payments payments, SaleStore store, SalesUnderWay underWay, BusinessClock clock) {
        this.payments = payments;
        this.store = store;
        this.underWay = underWay;
        this.clock = clock;
    }

    /** Fails with a {@link Refusal} for whatever is wrong before anything is recorded. */
    public Uni<TakeAnswer> undo(UndoSale command, Asker asker) {
        return payments.find(command.request().key(), command.original())
                .chain(found -> found.filter(payment ->
                                payment.place().merchant().equals(asker.till().merchant()))
                        .map(payment -> ofPayment(command, asker, payment))
                        .orElseGet(() -> withoutSale(command, asker)));
    }

    /**
     * Where it is asked.
     *
     * @param along rows that are written with the first commit, or not at all
     * @param committed told once the first commit is durable, or the request turns out to be known
     */
    public record Asker(Till till, List<Part<?>> along, Runnable committed) {
        public Asker {
            along = List.copyOf(along);
        }

        /** A terminal, which writes nothing of its own. */
        public static Asker terminal(Till till, Runnable committed) {
            return new Asker(till, List.of(), committed);
        }
    }

    private Uni<TakeAnswer> ofPayment(UndoSale command, Asker asker, PaymentView payment) {
        Till till = asker.till();
        return store.find(Scope.merchant(till.tenant(), till.merchant()), till.tenant(), payment.sale())
                .chain(sale -> sale.map(found -> ofSale(command, asker, new Undone(payment, found)))
                        .orElseGet(() -> withoutSale(command, asker)));
    }

    private record Undone(PaymentView payment, Sale sale) {}

    /** Payments refuses an original that does not exist, and says so. */
    private Uni<TakeAnswer> withoutSale(UndoSale command, Asker asker) {
        return payments.take(
                payment(
                        command,
                        asker.till(),
                        new SaleId(command.request().key().requestId())),
                asker.along(),
                asker.committed());
    }

    private Uni<TakeAnswer> ofSale(UndoSale command, Asker asker, Undone undone) {
        Sale sale = undone.sale();
        SalePayment pending = pending(command, asker.till(), undone);
        Sale inWork = SaleEdits.taken(sale, pending.requestId(), pending);
        List<Part<?>> rows = new ArrayList<>(asker.along());
        rows.add(new Part<>(
                SaleStatements.CLAIM, new Claim(SaleKey.of(sale), pending.requestId(), sale.progress(), sale.state())));
        rows.add(new Part<>(
                SaleStatements.PAYMENT,
                new PaymentRow(SaleKey.of(sale), sale.place().merchant(), pending)));
        var key = new SalesUnderWay.Key(
                asker.till().tenant(),
                sale.id(),
                asker.till().terminal(),
                command.request().key().requestId());
        return underWay.during(
                new SalesUnderWay.Request(key, command.request().bodyHash()),
                inWork,
                () -> payments.take(payment(command, asker.till(), sale.id()), rows, asker.committed()));
    }

    private SalePayment pending(UndoSale command, Till till, Undone undone) {
        PaymentView original = undone.payment();
        Optional<SalePayment> tender = undone.sale().payments().stream()
                .filter(payment -> original.id().equals(payment.payment()))
                .findFirst();
        return new SalePayment(
                SaleEdits.rowOf(undone.sale(), command.request().key().requestId(), till.terminal()),
                null,
                command.kind() == Kind.REFUND ? PaymentKind.REFUND : PaymentKind.VOID,
                original.tender(),
                "pending",
                new SalePayment.Amounts(asked(command, original), 0, 0, null),
                tender.map(SalePayment::card).orElse(null),
                SalePayment.Answered.NOTHING,
                original.id(),
                returns(command.returns(), undone.sale()),
                clock.now(till.tenant()));
    }

    private static long asked(UndoSale command, PaymentView original) {
        if (command.amount() != null) {
            return command.amount().value();
        }
        var progress = original.progress();
        return Math.max(0, progress.approved() - progress.refunded() - progress.refundPending());
    }

    /** Which goods come back, and how much; never more than was sold and is not back yet. */
    static List<SalePayment.Return> returns(List<GoodsBack> asked, Sale sale) {
        if (!asked.isEmpty() && sale.state() != SaleState.PAID) {
            throw refused("this sale is " + sale.state().code() + ": none of its goods is out, refund without returns");
        }
        List<SaleLine> lines = sale.lines();
        List<SalePayment.Return> returns = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (GoodsBack back : asked) {
            if (back.line() >= lines.size() || !seen.add(back.line())) {
                throw refused("there is no line " + back.line() + " in this sale, or it is named twice");
            }
            SaleLine line = lines.get(back.line());
            long left = line.thousandths() - line.returned();
            long thousandths = back.quantity() == null ? left : thousandths(back, line);
            if (thousandths <= 0 || thousandths > left) {
                throw refused("of line " + back.line() + " only " + QuantityText.text(left) + " can come back");
            }
            returns.add(new SalePayment.Return(back.line(), thousandths));
        }
        return List.copyOf(returns);
    }

    private static long thousandths(GoodsBack back, SaleLine line) {
        boolean whole = line.thousandths() % 1000 == 0;
        String quantity = quantity(back.quantity());
        Optional<?> problem = QuantityText.problem(quantity, whole ? UnitOfSale.PIECE : UnitOfSale.WEIGHT);
        if (problem.isPresent()) {
            throw refused("the quantity of line " + back.line() + " must be a plain decimal as it was sold");
        }
        return QuantityText.of(quantity, UnitOfSale.WEIGHT).thousandths();
    }

    private static String quantity(@Nullable String quantity) {
        return quantity == null ? "" : quantity;
    }

    private static Refusal refused(String detail) {
        return new Refusal(SaleProblem.RETURN_INVALID, detail);
    }

    private static TakePayment payment(UndoSale command, Till till, SaleId sale) {
        return new TakePayment(
                command.request().key(),
                command.request().bodyHash(),
                till,
                command.kind() == Kind.REFUND
                        ? new Instruction.GiveBack(command.original(), command.amount(), command.reasonCode())
                        : new Instruction.Cancel(command.original(), command.reasonCode()),
                sale,
                command.cashier(),
                command.request().expiresAt());
    }
}
