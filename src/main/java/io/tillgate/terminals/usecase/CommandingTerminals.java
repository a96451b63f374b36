package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.http.CanonicalJson;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.SendCommand;
import io.tillgate.terminals.TerminalCommand;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.usecase.TerminalStore.Command;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * Commands carry an expiry and a signature: Ed25519 by the tenant's key over the canonical JSON (RFC 8785) of id, terminal,
 * kind, parameters and notAfter. The key to check it with is in the configuration document.
 */
@ApplicationScoped
public class CommandingTerminals {
    private static final int PARAMETERS_LENGTH_MAX = 4_096;

    private final TerminalStore store;
    private final SecurityModule module;
    private final WakeUps wakeUps;
    private final Ids ids;
    private final Clock clock;

    CommandingTerminals(TerminalStore store, SecurityModule module, WakeUps wakeUps, Ids ids, Clock clock) {
        this.store = store;
        this.module = module;
        this.wakeUps = wakeUps;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<TerminalCommand> send(Caller caller, SendCommand wanted) {
        boolean tooLong = wanted.validity().compareTo(SendCommand.VALIDITY_MAX) > 0;
        if (tooLong || wanted.validity().isNegative() || wanted.validity().isZero()) {
            return Uni.createFrom()
                    .failure(new Refusal(
                            CommonProblem.VALIDATION, "a command is valid between a second and seven days"));
        }
        if (wanted.parameters().encode().length() > PARAMETERS_LENGTH_MAX) {
            return Uni.createFrom().failure(new Refusal(CommonProblem.VALIDATION, "the parameters are too long"));
        }
        return store.inSight(caller, wanted.terminal()).chain(terminal -> {
            Command command = signed(terminal, wanted);
            return store.command(caller, terminal, command)
                    .invoke(() -> wakeUps.wake(terminal.terminal()))
                    .replaceWith(new TerminalCommand(
                            command.id(), command.kind(), "waiting", command.now(), command.expiresAt(), null));
        });
    }

    private Command signed(TerminalIdentity terminal, SendCommand wanted) {
        UUID id = ids.next();
        Instant now = clock.instant();
        Instant notAfter = now.plus(wanted.validity()).truncatedTo(ChronoUnit.SECONDS);
        JsonObject body = new JsonObject()
                .put("kind", wanted.kind().word())
                .put("parameters", wanted.parameters())
                .put("notAfter", notAfter.toString());
        String signedText = CanonicalJson.of(body.copy()
                .put("id", id.toString())
                .put("terminal", terminal.terminal().toString())
                .encode());
        byte[] signature = module.sign(terminal.tenant(), signedText.getBytes(StandardCharsets.UTF_8));
        body.put("signature", Base64.getEncoder().encodeToString(signature));
        return new Command(id, wanted.kind().word(), body, now, notAfter);
    }
}
