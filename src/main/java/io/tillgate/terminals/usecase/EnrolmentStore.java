package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.domain.ActivationPolicy;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What enrolment reads and writes, a terminal's activation locked meanwhile. */
public interface EnrolmentStore {
    /**
     * Runs one attempt: the terminal by its numbers, its activation locked, the step decided by the caller, what the step
     * says written, all in one transaction.
     */
    Uni<Attempted> attempt(TenantId tenant, Numbers numbers, Function<Found, Uni<Step>> decide);

    /** The terminal that a serial on the allow-list belongs to. */
    Uni<Optional<TerminalIdentity>> allowed(TenantId tenant, String serial, Instant now);

    /** Puts a renewed certificate on the allow-list and ends the old one after the overlap. */
    Uni<Void> renewed(TerminalIdentity terminal, String oldSerial, Renewal renewal);

    record Numbers(String merchantNumber, String terminalNumber) {}

    record Found(
            TerminalIdentity terminal,
            ActivationPolicy.Stored activation,
            @Nullable X509Certificate issued) {}

    record Renewal(X509Certificate certificate, Instant now, Instant oldAllowedUntil) {}

    /** What to write. */
    sealed interface Step {
        @SuppressWarnings("ArrayRecordComponent") // a digest, read only
        record Issue(X509Certificate certificate, byte[] keyHash, Instant now) implements Step {}

        record Repeat(X509Certificate certificate) implements Step {}

        record CountTry(Instant now) implements Step {}

        record Nothing() implements Step {}
    }

    /** @param certificate absent when the attempt was refused */
    record Attempted(Optional<X509Certificate> certificate) {}
}
