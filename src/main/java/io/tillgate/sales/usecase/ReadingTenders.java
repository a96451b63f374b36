package io.tillgate.sales.usecase;

import io.tillgate.payments.Tender;
import io.tillgate.payments.Till;
import io.tillgate.payments.card.CardReading;
import io.tillgate.payments.card.ChipData;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.usecase.SellGoods.Paying;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a terminal says it is paid with: opens the card. */
@ApplicationScoped
class ReadingTenders {
    private final CardReading cards;
    private final TerminalKeyPolicy keys;

    ReadingTenders(CardReading cards, TerminalKeyPolicy keys) {
        this.cards = cards;
        this.keys = keys;
    }

    /** How it is paid: for payments, and for the receipt. */
    record Tendered(
            Tender tender,
            SalePayment.@Nullable CardShown card,
            @Nullable String token) {}

    Tendered read(Paying paying, Till till) {
        return switch (paying) {
            case Paying.InCash ignored -> new Tendered(new Tender.Cash(), null, null);
            case Paying.ByCard card -> byCard(card, till);
        };
    }

    private Tendered byCard(Paying.ByCard card, Till till) {
        keys.requireOwn(till, card.card().ksn());
        if (card.pin() != null) {
            keys.requireOwn(till, card.pin().ksn());
        }
        var opened = cards.open(till.tenant(), card.card());
        ChipData chip = ChipData.read(card.emv());
        return new Tendered(
                new Tender.Card(card.entry(), opened, card.card().ksn(), card.emv(), card.pin()),
                new SalePayment.CardShown(
                        opened.mask().toString(),
                        opened.scheme().name().toLowerCase(Locale.ROOT),
                        card.entry(),
                        chip.aid(),
                        chip.label()),
                opened.token().text());
    }
}
