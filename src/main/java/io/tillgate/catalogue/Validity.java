package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.Refusal.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From an instant on, until just before another one or without end. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Validity(Instant from, @Nullable Instant to) {
    public List<Violation> violations() {
        return to != null && !to.isAfter(from)
                ? List.of(new Violation("/validity/to", "ORDER", "must be after from"))
                : List.of();
    }
}
