package io.tillgate.catalogue.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.StoreId;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose catalogue a request is about: the caller's own merchant, or the one that acquirer staff name. */
@RequestScoped
public class Owners {
    private final CurrentCaller caller;
    private final Merchants merchants;

    Owners(CurrentCaller caller, Merchants merchants) {
        this.caller = caller;
        this.merchants = merchants;
    }

    /** For changes: merchant roles only. Someone without a merchant yet has no catalogue. */
    Owner own() {
        Caller present = caller.get();
        if (present.merchant() == null) {
            throw new Refusal(CommonProblem.NOT_FOUND, "You have no merchant yet.");
        }
        return new Owner(present.tenant(), present.merchant());
    }

    /** For changes that name a store: another merchant's looks like none. */
    Uni<Owner> own(@Nullable StoreId store) {
        Owner owner = own();
        return store == null ? Uni.createFrom().item(owner) : ofStore(owner, store);
    }

    /** For reading what is in one store: one that is not this merchant's looks like none. */
    Uni<Owner> readable(StoreFilter filter) {
        return ofStore(readable(filter.merchant()), filter.store());
    }

    private Uni<Owner> ofStore(Owner owner, StoreId store) {
        return merchants
                .store(owner.tenant(), store)
                .map(found -> found.filter(place -> place.merchant().equals(owner.merchant()))
                        .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "There is no such store.")))
                .replaceWith(owner);
    }

    /** For reading: {@code merchant} counts for acquirer staff only. */
    Owner readable(@Nullable MerchantId merchant) {
        Caller present = caller.get();
        if (present.isOfMerchant()) {
            return own();
        }
        if (merchant == null) {
            throw new Refusal(
                    CommonProblem.VALIDATION,
                    "Say whose catalogue.",
                    List.of(new Violation("/merchant", "REQUIRED", "add ?merchant=<id>")));
        }
        return new Owner(present.tenant(), merchant);
    }

    Actor actor() {
        return Actor.of(caller.get());
    }
}
