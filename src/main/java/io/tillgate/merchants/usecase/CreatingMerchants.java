package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.MerchantCreated;
import io.tillgate.merchants.NewMerchant;
import io.tillgate.merchants.Standing;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Merchant, payout account, first account with its number, ledger accounts and first store: all of it or nothing. */
@ApplicationScoped
public class CreatingMerchants {
    private final PostgresMerchantStore records;
    private final OpeningAccounts accounts;
    private final MerchantTrail trail;
    private final Ids ids;
    private final Clock clock;

    CreatingMerchants(
            PostgresMerchantStore records, OpeningAccounts accounts, MerchantTrail trail, Ids ids, Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<MerchantCreated> create(Records tx, NewMerchant command) {
        Instant now = clock.instant();
        Merchant merchant =
                new Merchant(command.tenant(), new MerchantId(ids.next()), 0, command.business(), Standing.GOOD, now);
        return records.insert(tx, merchant, command.application())
                .call(made -> trail.merchant(tx, command.actor(), "merchant.create", null, made))
                .chain(made -> accounts.open(tx, command.actor(), made, command.account()))
                .chain(account -> openStore(tx, command, merchant)
                        .map(store -> new MerchantCreated(merchant.id(), account.id(), account.number(), store)));
    }

    private Uni<@Nullable StoreId> openStore(Records tx, NewMerchant command, Merchant merchant) {
        Store.Details details = command.firstStore();
        if (details == null) {
            return Uni.createFrom().nullItem();
        }
        Store store = new Store(command.tenant(), new StoreId(ids.next()), merchant.id(), 0, details, false);
        return records.insert(tx, store, merchant.createdAt())
                .call(made -> trail.store(tx, command.actor(), "store.create", null, made))
                .map(Store::id);
    }
}
