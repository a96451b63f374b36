package io.tillgate.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalContractTest {
    private static final String ROOT = "tillgate/v1/0198a000-0000-7000-8000-000000000001/";
    private static final String HEAD =
            "{\"v\":1,\"id\":\"0198a000-0000-7000-8000-000000000002\",\"ts\":\"2026-11-22T12:00:00Z\",\"body\":";
    private static final String CARD = "\"card\":{\"entry\":\"chip\",\"data\":{\"scheme\":\"aes-dukpt\","
            + "\"ksn\":\"123456789012345600000001\",\"ciphertext\":\"00112233445566778899AABBCCDDEEFF\"}}";
    private final TerminalContract contract = new TerminalContract();

    @Test
    void a_sale_a_refund_and_a_test_are_as_documented() {
        assertThat(up("auth", "{\"type\":\"test\"}")).isEmpty();
        assertThat(up(
                        "auth",
                        "{\"type\":\"sale\",\"amount\":{\"value\":2100,\"currency\":\"CNY\"}," + CARD
                                + ",\"basket\":{\"lines\":[{\"sku\":\"1\",\"name\":\"茶\",\"quantity\":\"2\",\"unitPrice\":1050}],"
                                + "\"total\":2100}}"))
                .isEmpty();
        assertThat(up(
                        "auth",
                        "{\"type\":\"refund\",\"original\":{\"paymentId\":\"0198a000-0000-7000-8000-000000000003\"},"
                                + "\"reasonCode\":\"returned\",\"amount\":{\"value\":1,\"currency\":\"CNY\"}}"))
                .isEmpty();
    }

    @Test
    void what_is_not_documented_is_found() {
        assertThat(up("auth", "{\"type\":\"sale\",\"amount\":{\"value\":1.5,\"currency\":\"CNY\"}," + CARD + "}"))
                .isNotEmpty();
        assertThat(up(
                        "auth",
                        "{\"type\":\"sale\",\"amount\":{\"value\":1,\"currency\":\"CNY\"}," + CARD + ",\"cash\":{}}"))
                .isNotEmpty();
        assertThat(
                        up(
                                "auth",
                                "{\"type\":\"sale\",\"amount\":{\"value\":1,\"currency\":\"CNY\"}," + CARD
                                        + ",\"basket\":{\"lines\":[{\"sku\":\"1\",\"quantity\":\"-2\",\"unitPrice\":1}],\"total\":1}}"))
                .isNotEmpty();
        assertThat(up("get", "{\"kind\":\"secrets\"}")).isNotEmpty();
        assertThat(contract.mistakes(ROOT + "up/auth", "{\"v\":2}")).isNotEmpty();
    }

    @Test
    void documents_commands_and_errors_are_as_documented() {
        assertThat(dn("get", "{\"kind\":\"prices\",\"version\":3,\"items\":[{\"sku\":\"1\"}],\"next\":\"abc\"}"))
                .isEmpty();
        assertThat(dn("ver", "{\"documents\":[{\"kind\":\"prices\",\"version\":3,\"hash\":\"AA\",\"size\":1}]}"))
                .isEmpty();
        assertThat(dn("delta/prices", "{\"kind\":\"prices\",\"from\":2,\"version\":3,\"items\":[]}"))
                .isEmpty();
        assertThat(dn("err", "{\"code\":\"SCHEMA\",\"detail\":\"x\",\"channel\":\"auth\",\"retryable\":false}"))
                .isEmpty();
    }

    private java.util.List<String> up(String channel, String body) {
        return contract.mistakes(ROOT + "up/" + channel, HEAD + body + "}");
    }

    private java.util.List<String> dn(String channel, String body) {
        return contract.mistakes(ROOT + "dn/" + channel, HEAD + body + "}");
    }
}
