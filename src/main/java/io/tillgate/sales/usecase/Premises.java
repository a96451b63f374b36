package io.tillgate.sales.usecase;

import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.TradingAccount;
import io.tillgate.payments.Till;
import io.tillgate.payments.Till.Trading;
import io.tillgate.sales.receipt.Receipt;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.tenancy.Tenant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where something is sold: tenant, merchant, account and store as they are now. */
public record Premises(Tenant tenant, TradingAccount trading, Merchant merchant, Store store) {

    /** Which premises. */
    public record Key(TenantId tenant, MerchantAccountId account, StoreId store) {}

    /** @param terminal null in the portal */
    public Till till(@Nullable TerminalId terminal, String terminalNumber) {
        var account = trading.account();
        return new Till(
                tenant.id(),
                merchant.id(),
                account.id(),
                store.id(),
                terminal,
                terminalNumber,
                account.number().value(),
                new Trading(
                        account.currency(),
                        account.categoryCode(),
                        account.feePlan(),
                        trading.mayTrade() && tenant.status() == Tenant.Status.ACTIVE && !store.archived()),
                store.details().timeZone());
    }

    /** Who and where, as a receipt says it. */
    public Receipt.Heading heading() {
        Store.Address address = store.details().address();
        String town = Stream.of(address.postalCode(), address.city(), address.region())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        List<String> lines = Stream.of(address.line1(), address.line2(), town)
                .filter(Objects::nonNull)
                .filter(line -> !line.isBlank())
                .toList();
        return new Receipt.Heading(
                merchant.business().tradingName(),
                trading.account().number().value(),
                store.details().name().en(),
                store.details().name().zh(),
                lines,
                store.details().phone(),
                store.details().timeZone());
    }
}
