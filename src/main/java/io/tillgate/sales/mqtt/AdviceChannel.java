package io.tillgate.sales.mqtt;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.PaymentAnswers;
import io.tillgate.platform.http.CanonicalJson;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.mqtt.SaleMessages.Asked;
import io.tillgate.sales.usecase.SellGoods;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.Acceptance;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.TerminalRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * {@code up/adv}: what happened already. A reversal, or stored sales:
 *
 * <pre>{"type":"stored-sales","items":[{"id":"uuid","ts":"..","body":{"type":"sale",..}}]}
 * {"type":"stored-sales","items":[{"id":"uuid","body":{"outcome":"approved",..}}]}</pre>
 *
 * Each item has its own id and so its own one answer; the batch may be sent again as a whole.
 */
@ApplicationScoped
class AdviceChannel implements TerminalMessageHandler {
    private static final int ITEMS_MAX = 100;

    private final SaleMessages messages;

    AdviceChannel(SaleMessages messages) {
        this.messages = messages;
    }

    @Override
    public Set<String> channels() {
        return Set.of("adv");
    }

    @Override
    public Uni<JsonObject> handle(TerminalRequest request, Acceptance acceptance) {
        return switch (AuthorisationChannel.type(request.body())) {
            case "reversal" -> messages.reversal(AuthorisationChannel.asked(request, acceptance));
            case "stored-sales" -> batch(request);
            default ->
                SaleMessages.refused(
                        SaleProblem.FIELD_INVALID, "/type must be one of reversal, stored-sales on this channel");
        };
    }

    /** Acknowledged with the answer: until then each item may be lost, and the batch comes again. */
    private Uni<JsonObject> batch(TerminalRequest request) {
        List<Item> items;
        try {
            items = items(request.body());
        } catch (Refusal refusal) {
            return Uni.createFrom().item(PaymentAnswers.error(refusal.code().code(), refusal.detail()));
        }
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> outcome(request, item))
                .collect()
                .in(JsonArray::new, JsonArray::add)
                .map(outcomes -> new JsonObject().put("type", "stored-sales").put("items", outcomes));
    }

    /**
     * @param sentId the id in the letters that it came in, for the answer to repeat
     * @param madeAt when a stored sale was made
     */
    private record Item(UUID id, String sentId, Instant madeAt, JsonObject body) {}

    private static List<Item> items(JsonObject body) {
        Fields batch = Fields.of(body, Set.of("type", "items"));
        if (!batch.has("items")) {
            throw batch.missing("items");
        }
        return batch.objects("items", ITEMS_MAX, Set.of("id", "ts", "body")).stream()
                .map(item -> new Item(item.uuid("id"), item.text("id", 36), item.time("ts"), item.anyObject("body")))
                .toList();
    }

    private Uni<JsonObject> outcome(TerminalRequest request, Item item) {
        Asked asked = new Asked(
                request.from(),
                false, // it happened already
                new SellGoods.Request(Asked.key(request.from(), item.id()), hash(item), request.expiresAt()),
                item.body(),
                () -> {});
        return answer(asked, item.madeAt())
                .map(answer -> new JsonObject().put("id", item.sentId()).put("body", answer));
    }

    private Uni<JsonObject> answer(Asked asked, Instant madeAt) {
        return switch (AuthorisationChannel.type(asked.body())) {
            case "sale" -> messages.storedSale(asked, madeAt);
            case "reversal" -> messages.reversal(asked);
            default ->
                SaleMessages.refused(SaleProblem.UNSUPPORTED, "only stored cash sales and reversals come as advice");
        };
    }

    /** As the gateway makes it of an envelope, so that a sale tried online first is the same request. */
    private static byte[] hash(Item item) {
        return CanonicalJson.sha256(new JsonObject()
                .put("id", item.id().toString())
                .put("body", item.body())
                .encode());
    }
}
