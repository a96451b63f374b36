package io.tillgate.portal.merchant.home;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.LiveTakings;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.MerchantId;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What changed in a shop: its takings, and what its tills say of themselves. */
@ApplicationScoped
public class ShopPulse {
    private final LiveTakings takings;
    private final Terminals terminals;

    public ShopPulse(LiveTakings takings, Terminals terminals) {
        this.takings = takings;
        this.terminals = terminals;
    }

    public Uni<Map<String, String>> of(Caller caller) {
        MerchantId merchant = caller.merchant();
        if (merchant == null) {
            return Uni.createFrom().item(Map.of());
        }
        return takings.of(caller.tenant(), merchant)
                .toUni()
                .chain(tick -> terminals
                        .list(caller, new PageRequest(PageRequest.LIMIT_MAX, null))
                        .map(tills -> Map.of("sales", Long.toString(tick.version()), "tills", stamp(tills))));
    }

    private static String stamp(Page<Terminal> tills) {
        List<Object> states = tills.items().stream()
                .<Object>map(till -> List.of(
                        till.id(),
                        till.status(),
                        till.version(),
                        till.activation().state(),
                        till.documents(),
                        till.connection() != null && till.connection().online()))
                .toList();
        return Integer.toHexString(states.hashCode());
    }
}
