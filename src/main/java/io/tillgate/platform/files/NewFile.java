package io.tillgate.platform.files;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A file to keep.
 *
 * @param merchant null while it belongs to nobody's merchant yet
 * @param contentType without parameters, for example {@code application/pdf}
 */
public record NewFile(TenantId tenant, @Nullable MerchantId merchant, String name, String contentType, byte[] bytes) {}
