package io.tillgate.sales.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.Instruction;
import io.tillgate.payments.PaymentKind;
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
import io.tillgate.sales.domain.ReceiptNumber;
import io.tillgate.sales.store.SaleStatements;
import io.tillgate.sales.store.SaleStatements.Claim;
import io.tillgate.sales.store.SaleStatements.LineRow;
import io.tillgate.sales.store.SaleStatements.PaymentRow;
import io.tillgate.sales.store.SaleStatements.SaleKey;
import io.tillgate.sales.store.SaleStore;
import io.tillgate.sales.usecase.ReadingTenders.Tendered;
import io.tillgate.sales.usecase.SellGoods.Basket;
import io.tillgate.sales.usecase.SellGoods.Paying;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Sells: judges the tender and the basket, takes the sale into work, and asks payments for the money. */
@ApplicationScoped
public class Selling {
    private final Payments payments;
    private final SaleStore store;
    private final CheckingBaskets baskets;
    private final ReadingTenders tenders;
    private final SalesUnderWay underWay;
    private final Tenants tenants;
    private final BusinessClock clock;

    Selling(
            Payments payments,
            SaleStore store,
            CheckingBaskets baskets,
            ReadingTenders tenders,
            SalesUnderWay underWay,
            Tenants tenants,
            BusinessClock clock) {
        this.payments = payments;
        this.store = store;
        this.baskets = baskets;
        this.tenders = tenders;
        this.underWay = underWay;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Fails with a {@link Refusal} for whatever is wrong before anything is recorded. */
    public Uni<TakeAnswer> sell(SellGoods command, Premises premises, Till till, Runnable committed) {
        requireCurrency(command, till);
        Tendered tendered = tenders.read(command.paying(), till);
        return existing(command, premises, till)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(further(command, found.get(), till, tendered))
                        : first(command, premises, till, tendered))
                .chain(attempt -> take(command, till, attempt, tendered, committed))
                .chain(answer -> idTaken(answer)
                        ? again(command, premises, till, tendered, committed)
                        : Uni.createFrom().item(answer));
    }

    private static boolean idTaken(TakeAnswer answer) {
        return answer instanceof TakeAnswer.CompanionRefused refused
                && refused.statement().equals(SaleStatements.OPEN.name());
    }

    /**
     * Another terminal numbered a request, or named a sale, as this one did: this sale gets a name of its own. Only what
     * this terminal or another of the merchant named is refused: whether a stranger has such a sale is not told.
     */
    private Uni<TakeAnswer> again(
            SellGoods command, Premises premises, Till till, Tendered tendered, Runnable committed) {
        TerminalId terminal = till.terminal();
        if (terminal == null) {
            throw taken();
        }
        SellGoods renamed =
                command.under(new SaleId(OwnName.of(terminal, command.sale().value())));
        return store.find(Scope.tenant(till.tenant()), till.tenant(), command.sale())
                .invoke(found -> requireForeign(command, till, found))
                .chain(() -> first(renamed, premises, till, tendered))
                .chain(attempt -> take(renamed, till, attempt, tendered, committed));
    }

    private static void requireForeign(SellGoods command, Till till, Optional<Sale> found) {
        if (found.isEmpty()) {
            return;
        }
        Sale.Place place = found.get().place();
        boolean own = command.saleNamed()
                ? place.merchant().equals(till.merchant())
                : Objects.equals(place.terminal(), till.terminal());
        if (own) {
            throw taken();
        }
    }

    private static Refusal taken() {
        return new Refusal(SaleProblem.SALE_ID_TAKEN, "this sale id belongs to another sale: use a new one");
    }

    /** The sale as it will be with this tender under way, and the rows that make it so. */
    private record Attempt(Sale sale, List<Part<?>> rows) {}

    private Uni<TakeAnswer> take(SellGoods command, Till till, Attempt attempt, Tendered tendered, Runnable committed) {
        var key = new SalesUnderWay.Key(
                till.tenant(),
                attempt.sale().id(),
                till.terminal(),
                command.request().key().requestId());
        TakePayment payment = new TakePayment(
                command.request().key(),
                command.request().bodyHash(),
                till,
                new Instruction.Sell(command.amount(), tendered.tender()),
                attempt.sale().id(),
                command.served().cashier(),
                command.request().expiresAt());
        return underWay.during(
                new SalesUnderWay.Request(key, command.request().bodyHash()),
                attempt.sale(),
                () -> payments.take(payment, attempt.rows(), committed));
    }

    private static void requireCurrency(SellGoods command, Till till) {
        if (!command.amount().currency().equals(till.trading().currency())) {
            throw new Refusal(
                    SaleProblem.CURRENCY_INVALID,
                    "/amount/currency must be " + till.trading().currency().getCurrencyCode() + " on this account");
        }
    }

    /** Under the name that this terminal gave it, or under the one that it got instead. */
    private Uni<Optional<Sale>> existing(SellGoods command, Premises premises, Till till) {
        TerminalId terminal = till.terminal();
        if (!command.saleNamed() || terminal == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        SaleId renamed = new SaleId(OwnName.of(terminal, command.sale().value()));
        return store.findEither(
                Scope.merchant(premises.tenant().id(), premises.merchant().id()),
                premises.tenant().id(),
                renamed,
                command.sale());
    }

    private Uni<Attempt> first(SellGoods command, Premises premises, Till till, Tendered tendered) {
        Basket basket = command.basket();
        Uni<List<SaleLine>> lines = basket == null
                ? Uni.createFrom().item(List.of())
                : baskets.check(basket, premises, command.storedAt() == null);
        return lines.map(checked -> open(command, till, checked, tendered));
    }

    private Attempt open(SellGoods command, Till till, List<SaleLine> lines, Tendered tendered) {
        Sale sale = newSale(command, till, lines, tendered);
        requireDue(sale, goods(command));
        List<Part<?>> rows = new ArrayList<>();
        rows.add(new Part<>(SaleStatements.OPEN, sale));
        for (SaleLine line : lines) {
            rows.add(new Part<>(SaleStatements.LINE, new LineRow(SaleKey.of(sale), till.merchant(), line)));
        }
        rows.addAll(Goods.reserve(sale, tendered.token(), sale.createdAt()));
        rows.add(paymentRow(sale));
        return new Attempt(sale, List.copyOf(rows));
    }

    private Sale newSale(SellGoods command, Till till, List<SaleLine> lines, Tendered tendered) {
        var madeAt = madeAt(command);
        var date = tenants.businessDate(till.tenant(), madeAt);
        Basket basket = command.basket();
        long total = basket == null ? goods(command) : basket.total();
        return new Sale(
                command.sale(),
                date,
                new Sale.Place(
                        till.tenant(),
                        till.merchant(),
                        till.account(),
                        till.store(),
                        till.terminal(),
                        till.terminalNumber()),
                new Sale.Terms(
                        new Money(total, command.amount().currency()),
                        basket == null ? 0 : basket.discount(),
                        basket == null || basket.taxIncluded(),
                        basket == null ? "" : basket.hash(),
                        ReceiptNumber.of(date, command.sale().value()),
                        command.served()),
                Sale.Progress.NONE,
                SaleState.OPEN,
                command.request().key().requestId(),
                lines,
                List.of(pending(command, command.request().key().requestId(), tendered)),
                madeAt);
    }

    /** A later tender of a sale that is there. */
    private Attempt further(SellGoods command, Sale sale, Till till, Tendered tendered) {
        if (!sale.place().account().equals(till.account())) {
            throw taken();
        }
        Basket basket = command.basket();
        if (basket != null && !basket.hash().equals(sale.terms().basketHash())) {
            throw new Refusal(
                    SaleProblem.BASKET_DIFFERS, "this sale's basket was sent before; send it once, or the same");
        }
        if (sale.state() != SaleState.OPEN) {
            throw new Refusal(
                    SaleProblem.SALE_CLOSED, "this sale is " + sale.state().code() + " already");
        }
        requireDue(sale, goods(command));
        UUID request = SaleEdits.rowOf(sale, command.request().key().requestId(), till.terminal());
        SalePayment pending = pending(command, request, tendered);
        Sale inWork = SaleEdits.taken(sale, request, pending);
        List<Part<?>> rows = new ArrayList<>();
        rows.add(new Part<>(
                SaleStatements.CLAIM, new Claim(SaleKey.of(sale), pending.requestId(), sale.progress(), sale.state())));
        if (sale.progress().paid() == 0) {
            rows.addAll(Goods.reserve(sale, tendered.token(), pending.at()));
        }
        rows.add(paymentRow(inWork));
        return new Attempt(inWork, List.copyOf(rows));
    }

    private static void requireDue(Sale sale, long goods) {
        if (goods > sale.due()) {
            throw new Refusal(SaleProblem.OVERPAID, "only " + sale.due() + " minor units are left to pay of this sale");
        }
    }

    private static Part<?> paymentRow(Sale sale) {
        return new Part<>(
                SaleStatements.PAYMENT,
                new PaymentRow(
                        SaleKey.of(sale),
                        sale.place().merchant(),
                        sale.payments().getLast()));
    }

    private SalePayment pending(SellGoods command, UUID request, Tendered tendered) {
        Long cash = command.paying() instanceof Paying.InCash inCash ? inCash.tendered() : null;
        return new SalePayment(
                request,
                null,
                PaymentKind.SALE,
                tendered.tender().code(),
                "pending",
                new SalePayment.Amounts(command.amount().value(), command.tip(), 0, cash),
                tendered.card(),
                SalePayment.Answered.NOTHING,
                null,
                List.of(),
                madeAt(command));
    }

    private Instant madeAt(SellGoods command) {
        TenantId tenant = command.request().key().tenant();
        return command.storedAt() == null ? clock.now(tenant) : clock.at(tenant, command.storedAt());
    }

    private static long goods(SellGoods command) {
        return command.amount().value() - command.tip();
    }
}
