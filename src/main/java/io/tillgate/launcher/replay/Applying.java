package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.Api.Who;
import io.tillgate.launcher.demo.FirstMerchants;
import io.tillgate.launcher.demo.StoryBroken;
import io.tillgate.launcher.replay.Town.Applicant;
import java.util.Map;

/** People who apply, and how far they come. Each looks first what is done already. */
final class Applying {
    private static final int CONFLICT = 409;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stand stand;
    private final Town town;
    private final Api admin;
    private final Api underwriter;

    Applying(Stand stand, Town town) {
        this.stand = stand;
        this.town = town;
        this.admin = stand.first(town.slug(), "acquirer-admin");
        this.underwriter = stand.first(town.slug(), "underwriter");
    }

    /** An owner whom the acquirer lets in. */
    Api owner(String username) {
        Who who = stand.own(town.slug(), username);
        letIn(admin, who, "merchant-owner");
        return stand.as(who);
    }

    static void letIn(Api by, Who who, String role) {
        ObjectNode person = JSON.createObjectNode()
                .put("role", role)
                .put("username", who.username())
                .put("email", who.username() + "@" + who.realm() + ".example")
                .put("password", who.password());
        Api.Answer answer = by.tryPost("/api/v1/staff", person, Map.of());
        StoryBroken.unless(
                answer.status() / 100 == 2 || answer.status() == CONFLICT,
                who + " was not let in: " + answer.status() + " " + answer.text());
    }

    /** All the way to a merchant. */
    void becomeMerchant(Api owner, FirstMerchants.Business business) {
        FirstMerchants.ensure(owner, underwriter, FirstMerchants.form(town.slug(), business));
    }

    /** As far as this one comes. */
    void apply(Applicant applicant) {
        Api owner = owner(applicant.username());
        JsonNode application =
                FirstMerchants.application(owner, FirstMerchants.form(town.slug(), applicant.business()));
        String path = "/api/v1/applications/" + application.get("id").asText();
        if (applicant.arrives().equals("draft")
                || application.get("state").asText().equals(applicant.arrives())) {
            return;
        }
        if (application.get("state").asText().equals("draft")) {
            FirstMerchants.submit(owner, path);
        }
        switch (applicant.arrives()) {
            case "needs-information" -> review(path, missing());
            case "refused" -> review(path, refusal());
            case "awaiting-agreement" -> review(path, decision("approve"));
            default -> {}
        }
    }

    private void review(String path, ObjectNode decision) {
        underwriter.post(path + "/review", decision);
    }

    private ObjectNode missing() {
        ObjectNode decision = decision("request-information");
        decision.putArray("items")
                .addObject()
                .put("path", "/bankAccount")
                .put("code", "PROOF_MISSING")
                .put(
                        "message",
                        town.chinese() ? "请上传最近三个月的银行对账单。" : "Please add a bank statement of the last three months.");
        return decision;
    }

    private ObjectNode refusal() {
        ObjectNode decision = decision("refuse");
        decision.putArray("reasons").add("BUSINESS_NOT_SERVED");
        return decision.put("note", town.chinese() ? "该行业不在服务范围内。" : "We do not serve this line of business.");
    }

    private static ObjectNode decision(String word) {
        return JSON.createObjectNode().put("decision", word);
    }
}
