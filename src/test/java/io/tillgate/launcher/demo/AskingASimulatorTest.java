package io.tillgate.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.launcher.demo.StandIn.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AskingASimulatorTest {
    @Test
    @Timeout(10)
    void one_that_never_answers_is_not_waited_for_without_end() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ControlPort port = new ControlPort("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(100));

            assertThatThrownBy(() -> port.get("/log"))
                    .isInstanceOf(StoryBroken.class)
                    .hasMessageContaining("/log does not answer");
        }
    }

    @Test
    void a_refusal_says_what_was_asked_and_why() {
        try (StandIn bank = StandIn.saying(asked -> new Said(400, "not understood"))) {
            assertThatThrownBy(() -> new ControlPort(bank.url()).post("/faults", Shop.JSON.createObjectNode()))
                    .isInstanceOf(StoryBroken.class)
                    .hasMessageContaining("/faults answered 400: not understood");
        }
    }

    @Test
    void the_bank_is_asked_where_its_log_ends_and_not_for_all_of_it() {
        try (StandIn bank = StandIn.saying(asked -> new Said(200, "{\"seq\":4711}"))) {
            assertThat(new BankBook(new ControlPort(bank.url())).mark()).isEqualTo(4_711);
            assertThat(bank.asked()).extracting(StandIn.Asked::path).containsExactly("/log/end");
        }
    }

    @Test
    void the_host_pays_what_is_expected_less_its_cost_and_nothing_twice() throws IOException {
        JsonNode fundings = Shop.JSON.readTree("""
                [{"state":"expected","reference":"HF1","expected":{"value":10000,"currency":"EUR"}},
                 {"state":"received","reference":"HF2","expected":{"value":777,"currency":"EUR"}},
                 {"state":"expected","reference":"HF3","expected":{"value":0,"currency":"EUR"}}]""");
        try (StandIn bank = StandIn.saying(asked -> new Said(201, "{}"))) {
            long paid = new HostMoney(new ControlPort(bank.url()), "demo", "Card host clearing")
                    .pay(fundings, LocalDate.of(2026, 11, 23));

            assertThat(paid).isEqualTo(9_910);
            assertThat(bank.asked()).singleElement().satisfies(credit -> {
                assertThat(credit.path()).isEqualTo("/credits");
                assertThat(Shop.JSON.readTree(credit.body())).isEqualTo(Shop.JSON.readTree("""
                                {"slug":"demo","amount":9910,"currency":"EUR","reference":"HF1",
                                 "payer":"Card host clearing","day":"2026-11-23"}"""));
            });
        }
    }
}
