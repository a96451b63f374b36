package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs read {@code up.json}: it has the members that they were promised, and no others. */
class WhatUpFileSaysTest {
    @Test
    void it_has_the_promised_members_and_no_others() throws Exception {
        UpFile.User person = UpFile.User.of(
                        List.of(new DemoUsers.User("finance", "finance.one", "secret", "f@x.example")))
                .getFirst();
        UpFile file = new UpFile(
                "http://localhost:8080",
                "https://localhost:8443",
                "https://localhost:8444",
                "localhost:8883",
                "/ca.pem",
                "http://localhost:8180",
                new UpFile.Simulators("http://localhost:8190", "http://localhost:8191"),
                "done",
                null,
                1,
                Map.of("service", 2L, "postgres", 3L, "keycloak", 4L, "simulators", 5L),
                new UpFile.ApiClient("tillgate-cli"),
                new UpFile.Platform("platform", List.of(person)),
                List.of(new UpFile.Tenant(
                        "harbour", "harbour", List.of(person), new DemoUsers.BankClient("bank", "x"))));
        JsonNode promised = new ObjectMapper().readTree("""
                {"http":"http://localhost:8080","https":"https://localhost:8443","device":"https://localhost:8444",
                 "mqtts":"localhost:8883","ca":"/ca.pem","keycloak":"http://localhost:8180",
                 "simulators":{"cardHost":"http://localhost:8190","bank":"http://localhost:8191"},"replay":"done",
                 "pid":1,"pids":{"service":2,"postgres":3,"keycloak":4,"simulators":5},
                 "apiClient":{"clientId":"tillgate-cli"},
                 "platform":{"realm":"platform","users":[{"role":"finance","username":"finance.one","password":"secret"}]},
                 "tenants":[{"slug":"harbour","realm":"harbour",
                             "users":[{"role":"finance","username":"finance.one","password":"secret"}],
                             "bankClient":{"clientId":"bank","clientSecret":"x"}}]}""");

        assertThat(new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(file)))
                .isEqualTo(promised);
    }
}
