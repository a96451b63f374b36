package io.tillgate.sales.mqtt;

import io.smallrye.mutiny.Uni;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.mqtt.SaleMessages.Asked;
import io.tillgate.sales.usecase.SellGoods;
import io.tillgate.terminals.Acceptance;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.TerminalRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code up/auth}: what wants an answer while the customer waits. */
@ApplicationScoped
class AuthorisationChannel implements TerminalMessageHandler {
    private final SaleMessages messages;

    AuthorisationChannel(SaleMessages messages) {
        this.messages = messages;
    }

    @Override
    public Set<String> channels() {
        return Set.of("auth");
    }

    @Override
    public Uni<JsonObject> handle(TerminalRequest request, Acceptance acceptance) {
        Asked asked = asked(request, acceptance);
        return switch (type(request.body())) {
            case "sale" -> messages.sale(asked);
            case "refund" -> messages.refund(asked);
            case "void" -> messages.cancel(asked);
            case "test" -> messages.test(asked);
            case "preauth", "pre-authorisation", "completion", "balance", "adjustment" ->
                SaleMessages.refused(SaleProblem.UNSUPPORTED, "/type is not done here yet; nothing was charged");
            default ->
                SaleMessages.refused(
                        SaleProblem.FIELD_INVALID, "/type must be one of sale, refund, void, test on this channel");
        };
    }

    static Asked asked(TerminalRequest request, Acceptance acceptance) {
        return new Asked(
                request.from(),
                request.blocked(),
                new SellGoods.Request(Asked.key(request.from(), request.id()), request.bodyHash(), request.expiresAt()),
                request.body(),
                acceptance::committed);
    }

    static String type(JsonObject body) {
        return body.getValue("type") instanceof String type ? type : "";
    }
}
