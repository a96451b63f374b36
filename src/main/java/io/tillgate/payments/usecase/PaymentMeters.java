package io.tillgate.payments.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.Instruction;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.TakePayment;
import io.tillgate.platform.telemetry.TenantTag;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Counts and times payments, and writes one line for each, under the request's correlation id. Tags come from closed sets:
 * bounded tenants, four kinds, five outcomes.
 */
@ApplicationScoped
public class PaymentMeters {
    private static final Logger LOG = Logger.getLogger("io.tillgate.payments");

    private final MeterRegistry registry;
    private final Tenants tenants;
    private final TenantTag tag;

    PaymentMeters(MeterRegistry registry, Tenants tenants, TenantTag tag) {
        this.registry = registry;
        this.tenants = tenants;
        this.tag = tag;
    }

    /** Times from subscription to answer; a fault counts as {@code fault}. */
    public Uni<TakeAnswer> watch(TakePayment command, Uni<TakeAnswer> taking) {
        return Uni.createFrom().deferred(() -> {
            long start = System.nanoTime();
            return taking.onItem()
                    .invoke(answer -> ended(command, answer, start))
                    .onFailure()
                    .invoke(fault -> count(command, "fault", start));
        });
    }

    private void ended(TakePayment command, TakeAnswer answer, long start) {
        switch (answer) {
            case TakeAnswer.Final decided -> {
                JsonObject body = decided.answer();
                String outcome = body.getString("outcome", "error");
                long micros = count(command, outcome, start);
                LOG.infof(
                        "%s %s payment %s of terminal %s in %d us",
                        kind(command),
                        outcome,
                        body.getString("paymentId"),
                        command.till().terminalNumber(),
                        micros);
            }
            case TakeAnswer.Refused ignored -> count(command, "refused", start);
            case TakeAnswer.CompanionRefused ignored -> count(command, "refused", start);
        }
    }

    private long count(TakePayment command, String outcome, long start) {
        Tags tenant = Tags.of("tenant", tag(command.till().tenant()));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        registry.counter("tillgate.payments", tenant.and("kind", kind(command), "outcome", outcome))
                .increment();
        registry.timer("tillgate.payments.latency", tenant.and("kind", kind(command)))
                .record(took);
        return took.toNanos() / 1_000;
    }

    private String tag(TenantId tenant) {
        return tag.of(tenants.byId(tenant).map(Tenant::slug).orElse("other"));
    }

    private static String kind(TakePayment command) {
        return switch (command.instruction()) {
            case Instruction.Sell ignored -> "sale";
            case Instruction.GiveBack ignored -> "refund";
            case Instruction.Cancel ignored -> "void";
            case Instruction.Test ignored -> "test";
        };
    }
}
