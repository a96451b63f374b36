package io.tillgate.shared;

import java.util.UUID;

/** A typed name of one thing; two identifiers of different kinds never compare equal. */
public sealed interface Identifier
        permits TenantId,
                MerchantId,
                MerchantAccountId,
                StoreId,
                TerminalId,
                PaymentId,
                SaleId,
                ProductId,
                ApplicationId {
    UUID value();
}
