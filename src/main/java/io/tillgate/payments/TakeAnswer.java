package io.tillgate.payments;

import io.tillgate.shared.ProblemCode;
import io.vertx.core.json.JsonObject;

/** What {@link Payments#take} answers. */
public sealed interface TakeAnswer {
    /** The request's one final answer, now or from before. */
    record Final(JsonObject answer) implements TakeAnswer {}

    /** Nothing was recorded and no host was asked. */
    record Refused(ProblemCode code, String detail) implements TakeAnswer {}

    /** A companion's statement refused its row in the first commit (a coupon was spent); nothing was recorded. */
    record CompanionRefused(String statement) implements TakeAnswer {}
}
