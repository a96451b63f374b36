package io.tillgate.terminals.domain;

import static io.tillgate.terminals.domain.TerminalTopics.Grant.GRANTED;
import static io.tillgate.terminals.domain.TerminalTopics.Grant.INVALID;
import static io.tillgate.terminals.domain.TerminalTopics.Grant.NOT_YOURS;
import static io.tillgate.terminals.domain.TerminalTopics.Grant.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.TerminalId;
import org.junit.jupiter.api.Test;

class TerminalTopicsTest {
    private static final String OWN = "0198a000-0000-7000-8000-000000000001";
    private static final String OTHER = "0198a000-0000-7000-8000-000000000002";
    private final TerminalTopics topics = new TerminalTopics(TerminalId.fromString(OWN));

    @Test
    void a_terminal_publishes_below_its_own_up_only() {
        assertThat(topics.channelOf("tillgate/v1/" + OWN + "/up/auth")).contains("auth");
        assertThat(topics.channelOf("tillgate/v1/" + OTHER + "/up/auth")).isEmpty();
        assertThat(topics.channelOf("tillgate/v1/" + OWN + "/dn/auth")).isEmpty();
        assertThat(topics.channelOf("tillgate/v1/" + OWN + "/up/")).isEmpty();
        assertThat(topics.channelOf("tillgate/v1/" + OWN + "/up/auth/x")).isEmpty();
        assertThat(topics.channelOf("tillgate/v1/" + OWN + "/up/../" + OTHER)).isEmpty();
    }

    @Test
    void a_terminal_subscribes_below_its_own_dn_only() {
        assertThat(topics.judge("tillgate/v1/" + OWN + "/dn/#")).isEqualTo(GRANTED);
        assertThat(topics.judge("tillgate/v1/" + OWN + "/dn/auth")).isEqualTo(GRANTED);
        assertThat(topics.judge("tillgate/v1/" + OWN + "/dn/delta/+")).isEqualTo(GRANTED);
        assertThat(topics.judge("tillgate/v1/" + OTHER + "/dn/#")).isEqualTo(NOT_YOURS);
        assertThat(topics.judge("tillgate/v1/+/dn/#")).isEqualTo(NOT_YOURS);
        assertThat(topics.judge("tillgate/v1/" + OWN + "/#")).isEqualTo(NOT_YOURS);
        assertThat(topics.judge("#")).isEqualTo(NOT_YOURS);
        assertThat(topics.judge("$SYS/#")).isEqualTo(NOT_YOURS);
    }

    @Test
    void shared_and_malformed_filters_have_answers_of_their_own() {
        assertThat(topics.judge("$share/g/tillgate/v1/" + OWN + "/dn/#")).isEqualTo(SHARED);
        assertThat(topics.judge("tillgate/v1/" + OWN + "/dn/#/x")).isEqualTo(INVALID);
        assertThat(topics.judge("tillgate/v1/" + OWN + "/dn/a+")).isEqualTo(INVALID);
        assertThat(topics.judge("")).isEqualTo(INVALID);
    }

    @Test
    void filters_match_as_the_standard_says() {
        assertThat(TerminalTopics.matches("a/#", "a/b/c")).isTrue();
        assertThat(TerminalTopics.matches("a/#", "a")).isTrue();
        assertThat(TerminalTopics.matches("a/+", "a/b")).isTrue();
        assertThat(TerminalTopics.matches("a/+", "a/b/c")).isFalse();
        assertThat(TerminalTopics.matches("a/+/c", "a/b/c")).isTrue();
        assertThat(TerminalTopics.matches("a/b", "a/bc")).isFalse();
        assertThat(TerminalTopics.matches("a/bc", "a/b")).isFalse();
    }
}
