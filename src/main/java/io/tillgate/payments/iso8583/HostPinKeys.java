package io.tillgate.payments.iso8583;

import io.tillgate.payments.iso8583.codec.Dialects;
import io.tillgate.payments.iso8583.codec.Usage;
import io.tillgate.platform.crypto.ZoneKey;
import io.tillgate.platform.crypto.ZoneKeys;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.CardHost;
import io.tillgate.tenancy.TenantLifecycle.Objection;
import io.tillgate.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Under which key a card host takes PINs: the tenant file names it, the deployment holds it, the dialect says which kind of
 * key it has to be.
 */
@ApplicationScoped
class HostPinKeys {
    private static final Logger LOG = Logger.getLogger(HostPinKeys.class);

    private final ZoneKeys keys;

    HostPinKeys(ZoneKeys keys) {
        this.keys = keys;
    }

    /** Null where the host takes no PIN. A key that is gone costs the PINs, not the host. */
    @Nullable
    ZoneKey of(TenantId tenant, CardHost host) {
        Optional<String> problem = problem(tenant, host);
        if (problem.isPresent()) {
            LOG.errorf("card host %s of tenant %s takes no PIN: %s", host.name(), tenant, problem.get());
            return null;
        }
        return find(tenant, host).orElse(null);
    }

    List<Objection> objections(TenantSettings settings) {
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < settings.cardHosts().size(); i++) {
            CardHost host = settings.cardHosts().get(i);
            String path = "card-hosts[" + i + "]";
            if (isKnown(host.dialect())) {
                problem(settings.id(), host)
                        .ifPresent(problem -> objections.add(new Objection(path + ".pin-key", problem)));
            } else {
                objections.add(new Objection(path + ".dialect", "there is no dialect " + host.dialect()));
            }
        }
        return objections;
    }

    private static boolean isKnown(String dialect) {
        try {
            Dialects.named(dialect);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Why the key that this host names cannot serve; empty also when it names none. */
    Optional<String> problem(TenantId tenant, CardHost host) {
        if (host.pinKey() == null) {
            return Optional.empty();
        }
        if (Dialects.named(host.dialect()).usage().pin().isEmpty()) {
            return Optional.of("dialect " + host.dialect() + " carries no PIN: leave this key out");
        }
        try {
            return find(tenant, host).isPresent()
                    ? Optional.empty()
                    : Optional.of("this deployment has no zone key " + host.pinKey());
        } catch (Refusal unusable) {
            return Optional.of("the zone key " + host.pinKey() + " cannot be used: " + unusable.detail());
        }
    }

    private Optional<ZoneKey> find(TenantId tenant, CardHost host) {
        Optional<Usage.PinFields> pin = Dialects.named(host.dialect()).usage().pin();
        String name = host.pinKey();
        return name == null ? Optional.empty() : pin.flatMap(fields -> keys.find(tenant, name, purpose(fields)));
    }

    private static ZoneKey.Purpose purpose(Usage.PinFields pin) {
        return pin.format() == 4 ? ZoneKey.Purpose.PIN_AES : ZoneKey.Purpose.PIN_TDEA;
    }
}
