package io.tillgate.payments.usecase;

import io.tillgate.payments.PaymentView;
import io.tillgate.payments.Till;
import io.tillgate.payments.store.ArmedPayment;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What an armed payment looks like before it is read back. */
final class Views {
    private Views() {}

    static PaymentView armed(ArmedPayment armed) {
        Till till = armed.command().till();
        return new PaymentView(
                armed.id(),
                armed.businessDate(),
                new PaymentView.Place(
                        till.tenant(),
                        till.merchant(),
                        till.account(),
                        till.store(),
                        till.terminal(),
                        till.terminalNumber()),
                armed.kind(),
                armed.tender(),
                "armed",
                armed.amount(),
                new PaymentView.Progress(0, 0, 0, 0),
                armed.command().sale(),
                armed.command().key().requestId(),
                armed.original() == null ? null : armed.original().id(),
                card(armed.card()),
                armed.host().host().isEmpty()
                        ? null
                        : new PaymentView.HostSide(
                                armed.host().host(), armed.host().trace(), null, null, null, null),
                null,
                armed.at());
    }

    private static PaymentView.@Nullable CardShown card(ArmedPayment.@Nullable StoredCard card) {
        return card == null
                ? null
                : new PaymentView.CardShown(
                        card.masked(),
                        card.scheme(),
                        card.entry(),
                        HexFormat.of().formatHex(card.token()));
    }
}
