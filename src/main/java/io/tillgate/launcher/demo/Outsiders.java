package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.launcher.demo.Api.Answer;
import io.tillgate.simulator.till.Till;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Step 12: whoever is not meant to see it sees none of it; and a terminal that is shut out. */
final class Outsiders {
    private final Cast cast;

    Outsiders(Cast cast) {
        this.cast = cast;
    }

    void tell(Narrator narrator) {
        narrator.step("Another tenant's people and bank see none of it", this::strangers);
        narrator.step("A second merchant of the same tenant sees none of it either", this::neighbour);
        narrator.step("The owner revokes the terminal: out at once, and not in again", this::revoke);
    }

    private String strangers() {
        Api staff = new Api(cast.running.where(), cast.running.user("harbour", "acquirer-admin"));
        seesNothing("another tenant's administrator", staff, paths());
        seesNothing("another tenant's merchant", merchantOf("harbour"), paths());
        String file = "/bank/v1/payment-files/" + cast.paymentFile;
        Answer answer = Api.bank(cast.running.where(), cast.running.bankClient("harbour"))
                .tryGet(file);
        StoryBroken.unless(answer.status() == 404, "another tenant's bank got " + answer.status() + " from " + file);
        return "404 on every path tried, to people, merchant and bank";
    }

    private String neighbour() {
        Api neighbour = new Newcomers(cast).neighbour();
        seesNothing("the neighbour", neighbour, paths());
        StoryBroken.unless(
                neighbour.get("/api/v1/payouts").get("items").isEmpty(), "the neighbour's list holds payouts");
        JsonNode takings = neighbour.get("/api/v1/analytics/summary");
        StoryBroken.unless(
                takings.at("/now/takings/payments").asLong(-1) == 0,
                "the neighbour's figures are not empty: " + takings);
        return "a merchant of its own, with lists and figures that are empty";
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/api/v1/payments/" + cast.firstPayment,
                "/api/v1/terminals/" + cast.terminalId,
                "/api/v1/payouts/" + cast.payout,
                "/api/v1/payouts/" + cast.payout + "/statement?format=csv"));
        paths.add("/api/v1/applications/" + cast.application);
        return paths;
    }

    private Api merchantOf(String tenant) {
        return new Api(cast.running.where(), cast.running.user(tenant, "merchant-owner"));
    }

    private static void seesNothing(String who, Api api, List<String> paths) {
        for (String path : paths) {
            Answer answer = api.tryGet(path);
            StoryBroken.unless(answer.status() == 404, who + " got " + answer.status() + " from " + path);
        }
    }

    private String revoke() {
        cast.owner.post("/api/v1/terminals/" + cast.terminalId + "/revoke", Shop.JSON.createObjectNode());
        Duration took = cast.till.awaitEnd(Duration.ofSeconds(2));
        try (Till again = Till.connect(cast.enrolled, cast.service, cast.running.mqttHost(), cast.running.mqttPort())) {
            throw new StoryBroken("a revoked terminal came in again: " + again.id());
        } catch (IllegalStateException refused) {
            return "its session ended after " + took.toMillis() + " ms; the next connection is refused";
        }
    }
}
