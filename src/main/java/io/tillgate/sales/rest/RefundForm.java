package io.tillgate.sales.rest;

import io.tillgate.sales.usecase.UndoSale.GoodsBack;
import io.tillgate.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money back from the portal.
 *
 * @param amount all that is left when absent
 * @param returns lines whose goods come back to stock; all of a line without a quantity
 */
public record RefundForm(
        @Nullable Money amount,
        @Pattern(regexp = "[A-Z0-9_]{1,40}") @Nullable String reasonCode,
        @Size(max = 500) @Nullable List<@Valid Returned> returns) {

    public record Returned(
            @Min(0) @Max(499) int line,

            @Pattern(regexp = "[0-9]{1,6}(\\.[0-9]{1,3})?") @Nullable
            String quantity) {}

    String reason() {
        return reasonCode == null ? "CUSTOMER_REQUEST" : reasonCode;
    }

    List<GoodsBack> goodsBack() {
        return returns == null
                ? List.of()
                : returns.stream()
                        .map(back -> new GoodsBack(back.line(), back.quantity()))
                        .toList();
    }
}
