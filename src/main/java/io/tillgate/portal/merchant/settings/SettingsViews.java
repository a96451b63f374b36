package io.tillgate.portal.merchant.settings;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.ChangeAsked;
import io.tillgate.merchants.Changes;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.Stores;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.settings.SettingsView.Account;
import io.tillgate.portal.merchant.settings.SettingsView.Asked;
import io.tillgate.portal.merchant.settings.SettingsView.Fact;
import io.tillgate.portal.merchant.shop.FeeMessages;
import io.tillgate.portal.merchant.shop.Lands;
import io.tillgate.portal.merchant.shop.PriceWords;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.shop.Trades;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.FeePlans.Plan;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what a shop's settings say. Managers see the prices, and nothing of the bank account. */
@RequestScoped
class SettingsViews {
    private static final int CHANGES_MAX = 20;

    private final Frames frames;
    private final Shop shop;
    private final Merchants merchants;
    private final Stores stores;
    private final Changes changes;
    private final Tenants tenants;

    SettingsViews(Frames frames, Shop shop, Merchants merchants, Stores stores, Changes changes, Tenants tenants) {
        this.frames = frames;
        this.shop = shop;
        this.merchants = merchants;
        this.stores = stores;
        this.changes = changes;
        this.tenants = tenants;
    }

    /** An account, and where it is paid. */
    private record Paid(MerchantAccount account, Optional<BankAccount> bank) {}

    Uni<SettingsView> of() {
        return merchants
                .merchant(shop.caller().tenant(), shop.merchant())
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "no merchant")))
                .chain(merchant -> paid().chain(accounts -> asked().map(asked -> view(merchant, accounts, asked))));
    }

    boolean isOwner() {
        return shop.caller().has(Roles.MERCHANT_OWNER);
    }

    private Uni<List<Paid>> paid() {
        return stores.accounts(shop.caller(), shop.merchant())
                .chain(accounts -> Multi.createFrom()
                        .iterable(accounts)
                        .onItem()
                        .transformToUniAndConcatenate(account -> merchants
                                .payoutAccount(account.tenant(), account.id())
                                .map(bank -> new Paid(account, bank)))
                        .collect()
                        .asList());
    }

    private Uni<List<ChangeAsked>> asked() {
        return isOwner()
                ? changes.list(shop.caller(), null, shop.merchant(), new PageRequest(PageRequest.LIMIT_MAX, null))
                        .map(page -> page.items().reversed().stream()
                                .limit(CHANGES_MAX)
                                .toList())
                : Uni.createFrom().item(List.of());
    }

    private SettingsView view(Merchant merchant, List<Paid> accounts, List<ChangeAsked> asked) {
        var standing = merchant.standing();
        return new SettingsView(
                business(merchant),
                accounts.stream().map(each -> account(each, asked)).toList(),
                asked.stream().map(this::asked).toList(),
                standing.mayTrade() && standing.mayBePaid()
                        ? ""
                        : standing.mayTrade() ? words().not_paid() : words().not_trading(),
                isOwner());
    }

    private List<Fact> business(Merchant merchant) {
        var business = merchant.business();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words().trading_name(), business.tradingName()));
        facts.add(new Fact(words().legal_name(), business.legalName()));
        facts.add(new Fact(words().legal_form(), business.legalForm()));
        facts.add(new Fact(words().country(), Lands.country(business.country(), shop.chinese())));
        facts.add(new Fact(words().registration(), business.registrationNumber()));
        if (business.website() != null) {
            facts.add(new Fact(words().website(), business.website()));
        }
        return facts;
    }

    private Account account(Paid paid, List<ChangeAsked> asked) {
        MerchantAccount account = paid.account();
        boolean waiting = asked.stream()
                .anyMatch(each -> each.isOpen()
                        && account.id().equals(each.account())
                        && each.change() instanceof Change.ToBankAccount);
        Optional<Plan> plan = tenants.settings(account.tenant()).pricing().plan(account.feePlan());
        PriceWords prices = new PriceWords(Words.in(FeeMessages.class, shop.locale()), shop.words(), shop.formats());
        return new Account(
                account.number().toString(),
                words().account_about(
                                Trades.name(account.categoryCode(), shop.chinese()),
                                account.currency().getCurrencyCode()),
                account.feePlan(),
                plan.map(Plan::description).orElse(""),
                plan.map(each -> prices.of(each, account.currency())).orElse(List.of()),
                isOwner() ? paid.bank().map(BankAccount::holder).orElse("") : "",
                isOwner() ? paid.bank().map(BankAccount::masked).orElse("") : "",
                isOwner() && account.open() && !waiting ? frames.href("settings/bank/" + account.id()) : "");
    }

    private Asked asked(ChangeAsked change) {
        Formats formats = shop.formats();
        String what = switch (change.change()) {
            case Change.ToBankAccount bank -> words().to_bank(bank.account().masked());
            case Change.ToFeePlan plan -> words().to_plan(plan.plan());
            case Change.ToNewAccount fresh ->
                words().to_account(Trades.name(fresh.wanted().category().value(), shop.chinese()));
        };
        var decided = change.decided();
        String rejection = change.rejection();
        return new Asked(
                change.id().toString(),
                what,
                words().asked_by(
                                change.proposed().name(),
                                formats.moment(change.proposed().at()),
                                change.reason()),
                change.isOpen()
                        ? words().waiting()
                        : change.state().equals("confirmed") ? words().confirmed() : words().rejected(),
                change.isOpen() ? "warn" : change.state().equals("confirmed") ? "good" : "",
                decided == null
                        ? ""
                        : rejection == null
                                ? words().decided_by(decided.name(), formats.moment(decided.at()))
                                : words().rejected_by(decided.name(), formats.moment(decided.at()), rejection),
                change.isOpen()
                                && change.proposed()
                                        .subject()
                                        .equals(shop.caller().subject())
                        ? frames.href("settings/changes/" + change.id() + "/withdraw")
                        : "");
    }

    SettingsMessages words() {
        return Words.in(SettingsMessages.class, shop.locale());
    }
}
