package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.TradingAccount;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.CreateTerminal;
import io.tillgate.terminals.TerminalProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Stores and accounts as {@code merchants} knows them; a caller of a merchant sees that merchant's only. */
@ApplicationScoped
class MerchantTradingPlaces implements TradingPlaces {
    private final Merchants merchants;

    MerchantTradingPlaces(Merchants merchants) {
        this.merchants = merchants;
    }

    @Override
    public Uni<Place> of(Caller caller, CreateTerminal command) {
        return merchants
                .account(caller.tenant(), command.account())
                .chain(account ->
                        merchants.store(caller.tenant(), command.store()).map(store -> judge(caller, account, store)));
    }

    private static Place judge(Caller caller, Optional<TradingAccount> account, Optional<Store> store) {
        Store place = store.filter(s -> mayName(caller, s.merchant()))
                .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such store"));
        TradingAccount trading = account.filter(a -> mayName(caller, a.account().merchant()))
                .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such merchant account"));
        MerchantAccount open = trading.account();
        if (!open.merchant().equals(place.merchant()) || place.archived() || !trading.mayTrade()) {
            throw new Refusal(
                    TerminalProblem.PLACE_NOT_TRADING,
                    "store and merchant account must belong to one merchant, and both must be open");
        }
        return new Place(open.merchant(), open.number().value());
    }

    private static boolean mayName(Caller caller, MerchantId owner) {
        return !caller.isOfMerchant() || owner.equals(caller.merchant());
    }
}
