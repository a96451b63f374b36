package io.tillgate.settlement.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.IdempotencyKey;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * What a person asks for is done once for each Idempotency-Key: its answer is committed with its effect, and a repeat gets
 * that answer. A refusal leaves nothing behind, so the same key may be tried again.
 */
@ApplicationScoped
class OnceOnly {
    private static final String KNOWN =
            "select body_hash, answer from settlement_request where tenant_id = $1 and request_id = $2";
    private static final String REMEMBER =
            "insert into settlement_request (tenant_id, request_id, body_hash, answer) values ($1, $2, $3, $4)";

    private final ObjectMapper mapper;

    OnceOnly(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Takes the tenant's lock, so that of two at once the second finds the first one's answer. */
    <T> Uni<T> once(SqlConnection connection, IdempotencyKey key, Class<T> type, Supplier<Uni<T>> work) {
        Tuple id = Tuple.of(key.caller().tenant().value(), key.requestId());
        return SettlementLock.take(connection, key.caller().tenant())
                .chain(() -> connection.preparedQuery(KNOWN).execute(id))
                .chain(known -> known.iterator().hasNext()
                        ? Uni.createFrom().item(() -> answer(known.iterator().next(), key, type))
                        : work.get().call(answer -> remember(connection, key, answer)));
    }

    private <T> T answer(Row row, IdempotencyKey key, Class<T> type) {
        if (!Arrays.equals(row.getBuffer("body_hash").getBytes(), key.bodyHash())) {
            throw new Refusal(CommonProblem.ID_REUSED, "this Idempotency-Key came before with another request");
        }
        try {
            return mapper.readValue(row.getJsonObject("answer").encode(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }

    private Uni<Void> remember(SqlConnection connection, IdempotencyKey key, Object answer) {
        try {
            Tuple values = Tuple.of(
                    key.caller().tenant().value(),
                    key.requestId(),
                    Buffer.buffer(key.bodyHash()),
                    new JsonObject(mapper.writeValueAsString(answer)));
            return connection.preparedQuery(REMEMBER).execute(values).replaceWithVoid();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
