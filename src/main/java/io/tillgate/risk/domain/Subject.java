package io.tillgate.risk.domain;

import io.tillgate.risk.RiskFacts;
import io.tillgate.risk.RiskPolicy.CountedBy;
import io.tillgate.shared.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/** What is counted or listed, as the first 128 bits of a hash: the same length for all, and no token in a key. */
public final class Subject {
    private Subject() {}

    /** Empty where the payment has no such thing: cash has no card. */
    public static Optional<UUID> ofKey(TenantId tenant, CountedBy key, RiskFacts facts) {
        return switch (key) {
            case CARD -> Optional.ofNullable(facts.card().token()).map(token -> hash(tenant, token));
            case TERMINAL -> Optional.of(hash(tenant, facts.place().terminal().toString()));
            case MERCHANT -> Optional.of(hash(tenant, facts.place().merchant().toString()));
        };
    }

    public static UUID hash(TenantId tenant, String value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(tenant.toString().getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
