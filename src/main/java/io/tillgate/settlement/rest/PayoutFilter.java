package io.tillgate.settlement.rest;

import io.tillgate.settlement.Payouts;
import io.tillgate.shared.MerchantId;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to list; use as a {@code @BeanParam}. */
public final class PayoutFilter {
    private static final String STATE =
            "held|drafted|signed|released|fetched|accepted|booked|rejected|returned|cancelled";

    @QueryParam("state")
    private @Nullable @Pattern(regexp = "(" + STATE + ")(,(" + STATE + ")){0,9}") String state;

    @QueryParam("settlement")
    private @Nullable UUID run;

    @QueryParam("merchant")
    private @Nullable UUID merchant;

    @QueryParam("from")
    private @Nullable LocalDate from;

    @QueryParam("to")
    private @Nullable LocalDate to;

    /** For the framework, which fills the fields. */
    public PayoutFilter() {}

    Payouts.Filter toFilter() {
        return new Payouts.Filter(
                state == null ? null : List.of(state.split(",", -1)),
                run,
                merchant == null ? null : new MerchantId(merchant),
                from,
                to);
    }
}
