package io.tillgate.pricing;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.FeePlans;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantLifecycle;
import io.tillgate.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The price lists in force, by tenant and name: built from the tenants' files, which they check on the way. */
@ApplicationScoped
public class PriceLists implements TenantLifecycle {
    private static final BigDecimal MILLIONTHS_OF_A_PERCENT = BigDecimal.valueOf(FeeRate.WHOLE / 100);

    private final Map<TenantId, Map<String, FeePlan>> plans = new ConcurrentHashMap<>();

    /** Empty when the tenant has no such plan, or is not applied yet. */
    public Optional<FeePlan> plan(TenantId tenant, String name) {
        return Optional.ofNullable(plans.getOrDefault(tenant, Map.of()).get(name));
    }

    /** All of the tenant's; none while it is not applied yet. */
    public Collection<FeePlan> plans(TenantId tenant) {
        return plans.getOrDefault(tenant, Map.of()).values();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Objection> objections(TenantSettings settings) {
        List<Objection> objections = new ArrayList<>();
        List<FeePlans.Plan> written = settings.pricing().plans();
        for (int i = 0; i < written.size(); i++) {
            try {
                plan(settings, written.get(i));
            } catch (FeePlanMistake mistake) {
                objections.add(new Objection("pricing.plans[" + i + "]", String.valueOf(mistake.getMessage())));
            }
        }
        return objections;
    }

    @Override
    public Uni<Void> applied(Tenant tenant) {
        Map<String, FeePlan> built = new HashMap<>();
        tenant.settings().pricing().plans().forEach(plan -> built.put(plan.name(), plan(tenant.settings(), plan)));
        plans.put(tenant.id(), Map.copyOf(built));
        return Uni.createFrom().voidItem();
    }

    private static FeePlan plan(TenantSettings settings, FeePlans.Plan written) {
        return new FeePlan(
                written.name(),
                settings.currency(),
                FeePlan.RefundTerms.KEEP_FEE,
                written.bands().stream().map(PriceLists::band).toList(),
                terms(written.monthly()));
    }

    private static MonthlyTerms terms(FeePlans.Monthly written) {
        return new MonthlyTerms(
                written.fee(),
                written.minimum(),
                written.tiers().stream()
                        .map(tier -> new VolumeTier(tier.from(), millionths(tier.percent()), tier.perItem()))
                        .toList());
    }

    private static int millionths(BigDecimal percent) {
        return percent.multiply(MILLIONTHS_OF_A_PERCENT).intValueExact();
    }

    private static FeeBand band(FeePlans.Band written) {
        FeePlans.Selector selector = written.selector();
        FeeRate rate =
                new FeeRate(millionths(written.percent()), written.perItem(), written.minimum(), written.maximum());
        String category = named(selector.mcc());
        return new FeeBand(
                new FeeSelector(
                        named(selector.scheme()),
                        named(selector.card()),
                        named(selector.entry()),
                        category == null ? null : MccRange.parse(category)),
                written.from(),
                written.to(),
                rate);
    }

    private static @Nullable String named(String word) {
        return word.equals(FeePlans.Selector.ANY) ? null : word;
    }
}
