package io.tillgate.launcher.replay;

import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.Api.Who;
import io.tillgate.launcher.demo.ControlPort;
import io.tillgate.launcher.demo.Running;
import io.tillgate.simulator.till.TrustedService;

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
