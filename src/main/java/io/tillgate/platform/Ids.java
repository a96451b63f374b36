package io.tillgate.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where new ids come from: UUID version 7 (RFC 9562, 5.7), so that they sort by time. Tests replace it. */
@ApplicationScoped
public class Ids {
    public UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
