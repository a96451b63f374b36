package io.tillgate.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code Idempotency-Key}: the same key with the same body gets the first answer again, with another body it is
 * refused. Two at once: the second waits for the first's commit. Kept for the life of what the operation created.
 */
@ApplicationScoped
public class IdempotencyKeys {
    private static final String CLAIM = "insert into http_idempotency (tenant_id, caller, operation, key, body_hash)"
            + " values ($1, $2, $3, $4, $5) on conflict do nothing";
    private static final String READ = "select body_hash, answer from http_idempotency"
            + " where tenant_id = $1 and caller = $2 and operation = $3 and key = $4";
    private static final String ANSWER = "update http_idempotency set answer = $5"
            + " where tenant_id = $1 and caller = $2 and operation = $3 and key = $4";

    private final ObjectMapper json;

    IdempotencyKeys(ObjectMapper json) {
        this.json = json;
    }

    /** Runs the work once per key, inside the transaction that it belongs to. */
    public <A> Uni<A> once(Records tx, RequestKey request, Class<A> type, Supplier<Uni<A>> work) {
        return tx.execute(CLAIM, request.columns(request.bodyHash()))
                .chain(claimed -> claimed == 1
                        ? work.get().call(answer -> tx.execute(ANSWER, request.columns(encode(answer))))
                        : replay(tx, request, type));
    }

    private <A> Uni<A> replay(Records tx, RequestKey request, Class<A> type) {
        return tx.select(READ, request.columns()).map(rows -> decode(rows, request, type));
    }

    private <A> A decode(List<Object[]> rows, RequestKey request, Class<A> type) {
        Object[] row = rows.getFirst();
        if (!Arrays.equals(bytes(row[0]), request.bodyHash())) {
            throw new Refusal(CommonProblem.ID_REUSED, "this Idempotency-Key came before with another body");
        }
        try {
            return json.readValue(((JsonObject) row[1]).encode(), type);
        } catch (JsonProcessingException ownAnswer) {
            throw new IllegalStateException(ownAnswer);
        }
    }

    private JsonObject encode(Object answer) {
        try {
            return new JsonObject(json.writeValueAsString(answer));
        } catch (JsonProcessingException ownAnswer) {
            throw new IllegalStateException(ownAnswer);
        }
    }

    private static byte[] bytes(Object column) {
        return column instanceof io.vertx.core.buffer.Buffer buffer ? buffer.getBytes() : (byte[]) column;
    }

    /** Which request this is: tenant, caller, operation, key, and what its body was. */
    public record RequestKey(Caller caller, String operation, String key, byte[] bodyHash) {
        private static final int KEY_LENGTH_MAX = 100;

        /** Refuses a missing or overlong key. */
        public static RequestKey of(Caller caller, String operation, @Nullable String key, String bodyJson) {
            if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
                throw new Refusal(
                        CommonProblem.IDEMPOTENCY_KEY_REQUIRED,
                        "send an Idempotency-Key of 1 to " + KEY_LENGTH_MAX + " characters, the same when you repeat");
            }
            return new RequestKey(caller, operation, key, CanonicalJson.sha256(bodyJson));
        }

        Object[] columns(Object... more) {
            Object[] first = {caller.tenant().value(), caller.subject(), operation, key};
            Object[] all = Arrays.copyOf(first, first.length + more.length);
            System.arraycopy(more, 0, all, first.length, more.length);
            return all;
        }
    }
}
