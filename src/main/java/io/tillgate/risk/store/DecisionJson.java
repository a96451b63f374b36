package io.tillgate.risk.store;

import io.tillgate.risk.RiskEvidence;
import io.tillgate.risk.RiskFacts;
import io.tillgate.risk.domain.Fact;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.TreeSet;

/** The recorded form of the evidence. It names facts as rules do, so that a rule can be tried on old decisions. */
final class DecisionJson {
    private DecisionJson() {}

    static JsonObject facts(RiskFacts facts) {
        JsonObject json = new JsonObject();
        for (Fact fact : Fact.values()) {
            json.put(fact.variable(), fact.of(facts));
        }
        return json;
    }

    static JsonObject counters(RiskEvidence evidence) {
        JsonObject json = new JsonObject();
        evidence.counters().forEach(json::put);
        return json;
    }

    static JsonObject listed(RiskEvidence evidence) {
        JsonObject json = new JsonObject();
        evidence.listed().forEach((fact, lists) -> json.put(fact, new JsonArray(List.copyOf(new TreeSet<>(lists)))));
        return json;
    }

    static JsonArray fired(RiskEvidence evidence) {
        JsonArray json = new JsonArray();
        evidence.fired()
                .forEach(fired -> json.add(new JsonObject()
                        .put("rule", fired.rule())
                        .put("action", fired.action().name())
                        .put("reason", fired.reason())
                        .put("score", fired.score())));
        return json;
    }
}
