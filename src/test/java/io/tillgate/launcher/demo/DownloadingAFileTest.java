package io.tillgate.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.launcher.demo.Api.Where;
import io.tillgate.launcher.demo.Api.Who;
import io.tillgate.launcher.demo.StandIn.Asked;
import io.tillgate.launcher.demo.StandIn.Said;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DownloadingAFileTest {
    private final AtomicInteger tokens = new AtomicInteger();

    @Test
    void signs_in_again_when_the_token_has_ended() {
        try (StandIn service = StandIn.saying(asked -> answer(asked, "Bearer token-2"))) {
            byte[] file = api(service).download("/statement", "text/csv");

            assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("a,b");
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void asks_for_a_second_token_once_only() {
        try (StandIn service = StandIn.saying(asked -> answer(asked, "Bearer token-9"))) {
            Api api = api(service);

            assertThatThrownBy(() -> api.download("/statement", "text/csv")).hasMessageContaining("answered 401");
            assertThat(tokens).hasValue(2);
        }
    }

    private static Api api(StandIn service) {
        return new Api(new Where(service.url(), service.url(), "cli"), new Who("demo", "owner", "secret"));
    }

    private Said answer(Asked asked, String wanted) {
        if (asked.path().endsWith("/token")) {
            return new Said(200, "{\"access_token\":\"token-" + tokens.incrementAndGet() + "\"}");
        }
        return asked.authorization().equals(wanted) ? new Said(200, "a,b") : new Said(401, "");
    }
}
