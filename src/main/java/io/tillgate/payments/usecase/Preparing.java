package io.tillgate.payments.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.Instruction;
import io.tillgate.payments.Original;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentProblem;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.TakePayment;
import io.tillgate.payments.Tender;
import io.tillgate.payments.Till;
import io.tillgate.payments.domain.Decision;
import io.tillgate.payments.domain.Duty;
import io.tillgate.payments.domain.Payment;
import io.tillgate.payments.domain.PaymentCommand;
import io.tillgate.payments.domain.PaymentLife;
import io.tillgate.payments.store.PaymentStatements.ClaimRow;
import io.tillgate.payments.store.PaymentStore;
import io.tillgate.payments.store.StoredPayment;
import io.tillgate.payments.usecase.CardHostPort.CardPresented;
import io.tillgate.payments.usecase.CardHostPort.Purpose;
import io.tillgate.payments.usecase.Prepared.CardToAsk;
import io.tillgate.payments.usecase.Prepared.OriginalTaken;
import io.tillgate.platform.Ids;
import io.tillgate.risk.Risk;
import io.tillgate.risk.RiskFacts;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TerminalId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From an instruction to what will be committed and asked. Reads, decides, writes nothing. */
@ApplicationScoped
class Preparing {
    private final PaymentStore store;
    private final CardHostPort hosts;
    private final CardVault vault;
    private final PresentingCard presenting;
    private final Risk risk;
    private final Tenants tenants;
    private final Ids ids;
    private final BusinessClock clock;

    Preparing(
            PaymentStore store,
            CardHostPort hosts,
            CardVault vault,
            PresentingCard presenting,
            Risk risk,
            Tenants tenants,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.hosts = hosts;
        this.vault = vault;
        this.presenting = presenting;
        this.risk = risk;
        this.tenants = tenants;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Prepared> prepare(TakePayment command) {
        if (!command.till().trading().active()) {
            return refused(PaymentProblem.NOT_TRADING, "this merchant may not trade now: call your acquirer");
        }
        return switch (command.instruction()) {
            case Instruction.Sell sell -> sell(command, sell);
            case Instruction.GiveBack back ->
                original(command, back.original(), found -> giveBack(command, back, found));
            case Instruction.Cancel cancel -> original(command, cancel.original(), found -> cancel(command, found));
            case Instruction.Test ignored -> test(command);
        };
    }

    private Uni<Prepared> sell(TakePayment command, Instruction.Sell sell) {
        Till till = command.till();
        long saleMax = tenants.settings(till.tenant()).limits().saleMax();
        if (!sell.amount().isPositive() || sell.amount().value() > saleMax) {
            return refused(
                    PaymentProblem.AMOUNT_INVALID, "the amount must be between 1 and " + saleMax + " minor units");
        }
        if (!sell.amount().currency().equals(till.trading().currency())) {
            return refused(
                    PaymentProblem.CURRENCY_INVALID,
                    "this account trades in " + till.trading().currency().getCurrencyCode());
        }
        PaymentId id = new PaymentId(ids.next());
        return switch (sell.tender()) {
            case Tender.Cash cash ->
                item(new Prepared.Ready(
                        id,
                        today(till),
                        PaymentKind.SALE,
                        cash.code(),
                        sell.amount(),
                        Duty.NOTHING,
                        null,
                        null,
                        null,
                        null));
            case Tender.Card card -> byCard(command, sell.amount(), id, card);
        };
    }

    private Uni<Prepared> byCard(TakePayment command, Money amount, PaymentId id, Tender.Card card) {
        Till till = command.till();
        Optional<CardHostPort.Terms> terms = hosts.terms(till.tenant());
        if (terms.isEmpty()) {
            return noHost();
        }
        CardPresented presented;
        try {
            presented = presenting.present(till.tenant(), card, terms.get());
        } catch (Refusal refusal) {
            // spent only by a block that was looked into
            boolean opened = refusal.code() != PaymentProblem.HOST_TAKES_NO_PIN;
            return item(new Prepared.Refused(
                    new TakeAnswer.Refused(refusal.code(), refusal.detail()),
                    opened ? card.serialNumbers() : List.of()));
        }
        CardToAsk kept = new CardToAsk(presented, vault.keep(till.tenant(), id, presented), card.serialNumbers());
        return risk.decide(till.tenant(), facts(till, amount, kept))
                .map(decision -> new Prepared.Ready(
                        id,
                        today(till),
                        PaymentKind.SALE,
                        card.code(),
                        amount,
                        Duty.REVERSE,
                        Purpose.SALE,
                        kept,
                        null,
                        decision));
    }

    private RiskFacts facts(Till till, Money amount, CardToAsk card) {
        var opened = card.presented().card();
        TerminalId terminal = till.terminal() == null ? new TerminalId(new UUID(0, 0)) : till.terminal();
        return new RiskFacts(
                amount,
                new RiskFacts.Card(
                        card.stored().scheme(),
                        card.stored().entry(),
                        opened.pan().digits().substring(0, 6),
                        opened.token().text()),
                new RiskFacts.Place(
                        till.merchant(), till.store(), terminal, till.trading().mcc()),
                clock.now(till.tenant()).atZone(till.zone()).getHour());
    }

    private Uni<Prepared> giveBack(TakePayment command, Instruction.GiveBack back, StoredPayment sale) {
        long left = sale.view().progress().approved()
                - sale.view().progress().refunded()
                - sale.view().progress().refundPending();
        Money amount =
                back.amount() == null ? new Money(left, sale.view().amount().currency()) : back.amount();
        Decision decision = PaymentLife.decide(
                state(sale), new PaymentCommand.GiveBack(amount), sale.view().businessDate());
        return switch (decision) {
            case Decision.Refuse refuse -> refused(refuse.problem(), refuse.detail());
            case Decision.Unchanged ignored -> refused(PaymentProblem.ORIGINAL_STATE, "there is nothing to give back");
            case Decision.Become ignored -> undoing(command, sale, PaymentKind.REFUND, amount);
        };
    }

    private Uni<Prepared> cancel(TakePayment command, StoredPayment sale) {
        Decision decision = PaymentLife.decide(
                state(sale),
                new PaymentCommand.Cancel(today(command.till())),
                sale.view().businessDate());
        return switch (decision) {
            case Decision.Refuse refuse -> refused(refuse.problem(), refuse.detail());
            case Decision.Unchanged ignored -> refused(PaymentProblem.ORIGINAL_STATE, "there is nothing to void");
            case Decision.Become ignored ->
                undoing(
                        command,
                        sale,
                        PaymentKind.VOID,
                        new Money(
                                sale.view().progress().approved(),
                                sale.view().amount().currency()));
        };
    }

    private Uni<Prepared> undoing(TakePayment command, StoredPayment sale, PaymentKind kind, Money amount) {
        Till till = command.till();
        PaymentId id = new PaymentId(ids.next());
        ClaimRow claim = new ClaimRow(
                till.tenant(), sale.view().businessDate(), sale.view().id(), amount.value(), kind == PaymentKind.VOID);
        OriginalTaken taken = new OriginalTaken(sale, claim);
        if (sale.view().tender().equals("cash")) {
            return item(
                    new Prepared.Ready(id, today(till), kind, "cash", amount, Duty.NOTHING, null, null, taken, null));
        }
        Optional<CardHostPort.Terms> terms = hosts.terms(till.tenant());
        if (terms.isEmpty()) {
            return noHost();
        }
        Optional<CardToAsk> card = vault.again(sale, id);
        if (card.isEmpty()) {
            return refused(
                    PaymentProblem.ORIGINAL_STATE,
                    "the card number of this sale is erased by retention: pay back otherwise");
        }
        Duty duty = kind == PaymentKind.REFUND ? terms.get().refundDuty() : Duty.REVERSE;
        Purpose ask = kind == PaymentKind.REFUND ? Purpose.REFUND : Purpose.VOID;
        return item(new Prepared.Ready(id, today(till), kind, "card", amount, duty, ask, card.get(), taken, null));
    }

    private Uni<Prepared> test(TakePayment command) {
        Till till = command.till();
        if (hosts.terms(till.tenant()).isEmpty()) {
            return noHost();
        }
        return item(new Prepared.Ready(
                new PaymentId(ids.next()),
                today(till),
                PaymentKind.TEST,
                "none",
                Money.zero(till.trading().currency()),
                Duty.NOTHING,
                Purpose.ECHO,
                null,
                null,
                null));
    }

    private Uni<Prepared> original(
            TakePayment command, Original original, java.util.function.Function<StoredPayment, Uni<Prepared>> then) {
        return store.original(command.key(), original)
                .chain(found -> found.filter(payment -> sameMerchant(payment, command))
                        .map(then)
                        .orElseGet(() -> refused(PaymentProblem.ORIGINAL_NOT_FOUND, "there is no such payment here")));
    }

    private static boolean sameMerchant(StoredPayment payment, TakePayment command) {
        return payment.view().place().merchant().equals(command.till().merchant())
                && payment.view().place().account().equals(command.till().account());
    }

    /** The domain's state of a stored payment. */
    static Payment state(StoredPayment payment) {
        var view = payment.view();
        return switch (view.state()) {
            case "armed" -> new Payment.Armed(view.kind(), view.amount(), payment.duty());
            case "approved" ->
                new Payment.Approved(
                        view.kind(),
                        new Money(view.progress().approved(), view.amount().currency()),
                        view.businessDate(),
                        view.progress().refunded(),
                        view.progress().refundPending());
            case "declined" -> new Payment.Declined(view.kind());
            case "not-taken" -> new Payment.NotTaken(view.kind());
            case "voided" -> new Payment.Voided(view.kind());
            case "reversed" -> new Payment.Reversed(view.kind());
            default -> throw new IllegalStateException("no payment state " + view.state());
        };
    }

    private LocalDate today(Till till) {
        return clock.date(till.tenant());
    }

    private static Uni<Prepared> noHost() {
        return refused(PaymentProblem.NO_HOST, "no card host is configured here");
    }

    private static Uni<Prepared> refused(PaymentProblem problem, String detail) {
        return item(new Prepared.Refused(new TakeAnswer.Refused(problem, detail), List.of()));
    }

    private static Uni<Prepared> item(@Nullable Prepared prepared) {
        return Uni.createFrom().item(prepared);
    }
}
