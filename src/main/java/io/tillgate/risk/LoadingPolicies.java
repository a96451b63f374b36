package io.tillgate.risk;

import io.smallrye.mutiny.Uni;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantLifecycle;
import io.tillgate.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts the rules of a tenant's file in force, and says what is wrong with them before they are. */
@ApplicationScoped
class LoadingPolicies implements TenantLifecycle {
    private final Risk risk;

    LoadingPolicies(Risk risk) {
        this.risk = risk;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Objection> objections(TenantSettings settings) {
        try {
            Risk.check(policy(settings.risk()));
            return List.of();
        } catch (IllegalArgumentException mistake) {
            return List.of(new Objection("risk", String.valueOf(mistake.getMessage())));
        }
    }

    @Override
    public Uni<Void> applied(Tenant tenant) {
        risk.load(tenant.id(), policy(tenant.settings().risk()));
        return Uni.createFrom().voidItem();
    }

    private static RiskPolicy policy(io.tillgate.tenancy.RiskSettings written) {
        return new RiskPolicy(
                written.counters().stream().map(LoadingPolicies::counter).toList(),
                written.lists().stream()
                        .map(list -> new RiskPolicy.ValueList(list.name(), list.values()))
                        .toList(),
                written.rules().stream().map(LoadingPolicies::rule).toList());
    }

    private static RiskPolicy.Counter counter(io.tillgate.tenancy.RiskSettings.Counter counter) {
        return new RiskPolicy.Counter(
                counter.name(),
                RiskPolicy.CountedBy.valueOf(counter.key().name()),
                RiskPolicy.Measure.valueOf(counter.measure().name()),
                counter.window());
    }

    private static RiskPolicy.Rule rule(io.tillgate.tenancy.RiskSettings.Rule rule) {
        RiskPolicy.Action action = switch (rule.action()) {
            case DECLINE -> RiskPolicy.Action.REFUSE;
            case REVIEW -> RiskPolicy.Action.REVIEW;
        };
        return new RiskPolicy.Rule(rule.name(), rule.when(), action, rule.reason(), rule.score());
    }
}
