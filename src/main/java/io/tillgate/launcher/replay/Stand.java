package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.Api.Who;
import io.tillgate.launcher.demo.ControlPort;
import io.tillgate.launcher.demo.Running;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.TrustedService;
import java.util.Iterator;
import java.util.List;

/**
 * Where the replay acts, and as whom.
 *
 * @param secret passwords of people whom only the replay signs in come from it
 * @param attempt how often it was begun before: a till that comes again must not count its key from the start
 */
record Stand(Running running, TrustedService service, BusinessTime time, String secret, int attempt) {
    Api first(String slug, String role) {
        return as(running.user(slug, role));
    }

    Api as(Who who) {
        return new Api(running.where(), who);
    }

    /** Who trades there, in the order of the shops. */
    List<Api> owners(Town town) {
        Iterator<Who> known = running.users(town.slug(), "merchant-owner").iterator();
        return town.shops().stream()
                .map(shop -> as(shop.owner().isEmpty() ? known.next() : own(town.slug(), shop.owner())))
                .toList();
    }

    /** For a terminal that was enrolled before. */
    String newCode(Api owner, JsonNode terminal) {
        String path = "/api/v1/terminals/" + terminal.get("id").asText() + "/activation-code";
        return owner.post(path, JsonNodeFactory.instance.objectNode())
                .get("code")
                .asText();
    }

    Enrolled enrol(Town town, Activation activation) {
        return new Enrolment(running.device(), town.slug(), service).enrol(DeviceKey.generate(), activation);
    }

    Till connect(Enrolled enrolled) {
        return Till.connect(enrolled, service, running.mqttHost(), running.mqttPort());
    }

    ControlPort cardHost() {
        return new ControlPort(running.cardHost());
    }

    ControlPort bank() {
        return new ControlPort(running.bank());
    }

    /** Somebody whom the replay brings along. */
    Who own(String slug, String username) {
        return new Who(slug, username, Chance.password(secret, slug + "/" + username));
    }
}
