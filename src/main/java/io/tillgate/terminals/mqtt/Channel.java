package io.tillgate.terminals.mqtt;

import java.util.Arrays;
import java.util.Optional;

/** Channels that a terminal publishes to, and the size of a message on each. */
enum Channel {
    AUTH("auth", 49_152),
    ADV("adv", 65_000),
    GET("get", 4_096),
    STATE("state", 8_192),
    EVT("evt", 16_384),
    CMD("cmd", 16_384),
    JOB("job", 8_192),
    LWT("lwt", 1_024);

    private final String topic;
    private final int lengthMax;

    Channel(String topic, int lengthMax) {
        this.topic = topic;
        this.lengthMax = lengthMax;
    }

    String topic() {
        return topic;
    }

    /** Payload bytes. */
    int lengthMax() {
        return lengthMax;
    }

    static Optional<Channel> of(String topic) {
        return Arrays.stream(values()).filter(c -> c.topic.equals(topic)).findFirst();
    }
}
