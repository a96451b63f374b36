package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.NewAccount;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.MerchantAccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Payout account, the account with its number, and its ledger accounts: all of it or nothing. */
@ApplicationScoped
class OpeningAccounts {
    private final PostgresMerchantStore records;
    private final AccountsOpener ledger;
    private final MerchantTrail trail;
    private final Ids ids;
    private final Clock clock;

    OpeningAccounts(PostgresMerchantStore records, AccountsOpener ledger, MerchantTrail trail, Ids ids, Clock clock) {
        this.records = records;
        this.ledger = ledger;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<MerchantAccount> open(Records tx, Actor actor, Merchant owner, NewAccount wanted) {
        UUID payout = ids.next();
        Instant now = clock.instant();
        return records.insert(tx, owner, payout, wanted.payout(), now)
                .chain(() -> records.nextNumber(tx, owner.tenant()))
                .map(number -> new MerchantAccount(
                        owner.tenant(),
                        new MerchantAccountId(ids.next()),
                        owner.id(),
                        0,
                        number,
                        wanted.currency(),
                        wanted.category().value(),
                        wanted.feePlan(),
                        payout,
                        true))
                .chain(account -> records.insert(tx, account, now))
                .call(account -> ledger.open(tx, account))
                .call(account -> trail.account(tx, actor, "merchant-account.open", null, account));
    }
}
