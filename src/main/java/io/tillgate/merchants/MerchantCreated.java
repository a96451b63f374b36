package io.tillgate.merchants;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import org.jspecify.annotations.Nullable;

/** What came to be. */
public record MerchantCreated(
        MerchantId merchant,
        MerchantAccountId account,
        MerchantNumber number,
        @Nullable StoreId store) {}
