package io.tillgate.settlement;

import java.util.List;
import java.util.UUID;

/** Which payouts a person means. */
public sealed interface PayoutSelection {
    /** One word for what two requests with one key must agree on. */
    String canonical();

    /** All of a run that are in the state that the act needs; those on hold stay where they are. */
    record OfRun(UUID run) implements PayoutSelection {
        @Override
        public String canonical() {
            return "{\"run\":\"" + run + "\"}";
        }
    }

    /** Exactly these; if one of them does not allow the act, none is changed. */
    record These(List<UUID> payouts) implements PayoutSelection {
        /** More at once go by their run. */
        public static final int MAX = 500;

        public These {
            payouts = payouts.stream().distinct().sorted().toList();
            if (payouts.isEmpty() || payouts.size() > MAX) {
                throw new IllegalArgumentException("1 to " + MAX + " payouts, not " + payouts.size());
            }
        }

        @Override
        public String canonical() {
            return "{\"payouts\":\"" + payouts + "\"}";
        }
    }
}
