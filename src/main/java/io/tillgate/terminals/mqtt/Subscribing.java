package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.tillgate.terminals.domain.TerminalTopics;
import io.tillgate.terminals.usecase.TerminalSessions.Subscription;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/** What a terminal is subscribed to: filters below its own {@code dn/}, at most quality 1, a bounded number. */
final class Subscribing {
    private static final Logger LOG = Logger.getLogger(Subscribing.class);
    private static final int FILTERS_MAX = 20;

    private final TerminalConnection connection;
    private final TerminalTopics topics;
    private final Map<String, Integer> filters = new LinkedHashMap<>();

    Subscribing(TerminalConnection connection, TerminalTopics topics, List<Subscription> kept) {
        this.connection = connection;
        this.topics = topics;
        kept.forEach(s -> filters.put(s.filter(), s.quality()));
    }

    /** The quality to send with on a topic, or empty when nothing that matches is subscribed. */
    OptionalInt quality(String topic) {
        return filters.entrySet().stream()
                .filter(f -> TerminalTopics.matches(f.getKey(), topic))
                .mapToInt(Map.Entry::getValue)
                .max();
    }

    void subscribed(MqttSubscribeMessage message) {
        if (message.topicSubscriptions().isEmpty()) {
            connection.cut(Cut.PROTOCOL);
            return;
        }
        boolean identified = connection.terms().five()
                && Properties5.has(message.properties(), MqttPropertyType.SUBSCRIPTION_IDENTIFIER);
        List<MqttSubAckReasonCode> answers = new ArrayList<>();
        for (MqttTopicSubscription wish : message.topicSubscriptions()) {
            answers.add(identified ? MqttSubAckReasonCode.SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED : subscribe(wish));
        }
        acknowledge(message.messageId(), answers);
        keep();
        connection.mailAgain();
    }

    private MqttSubAckReasonCode subscribe(MqttTopicSubscription wish) {
        String filter = wish.topicName();
        return switch (topics.judge(filter)) {
            case NOT_YOURS -> MqttSubAckReasonCode.NOT_AUTHORIZED;
            case SHARED -> MqttSubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED;
            case INVALID -> MqttSubAckReasonCode.TOPIC_FILTER_INVALID;
            case GRANTED -> {
                if (filters.size() >= FILTERS_MAX && !filters.containsKey(filter)) {
                    yield MqttSubAckReasonCode.QUOTA_EXCEEDED;
                }
                int quality = Math.min(1, wish.qualityOfService().value());
                filters.put(filter, quality);
                yield quality == 0 ? MqttSubAckReasonCode.GRANTED_QOS0 : MqttSubAckReasonCode.GRANTED_QOS1;
            }
        };
    }

    private void acknowledge(int messageId, List<MqttSubAckReasonCode> answers) {
        if (connection.terms().five()) {
            connection.endpoint().subscribeAcknowledge(messageId, answers, MqttProperties.NO_PROPERTIES);
        } else {
            connection
                    .endpoint()
                    .subscribeAcknowledge(
                            messageId, answers.stream().map(Subscribing::three).toList());
        }
    }

    private static MqttQoS three(MqttSubAckReasonCode code) {
        return switch (code) {
            case GRANTED_QOS0 -> MqttQoS.AT_MOST_ONCE;
            case GRANTED_QOS1 -> MqttQoS.AT_LEAST_ONCE;
            default -> MqttQoS.FAILURE;
        };
    }

    void unsubscribed(MqttUnsubscribeMessage message) {
        if (message.topics().isEmpty()) {
            connection.cut(Cut.PROTOCOL);
            return;
        }
        List<MqttUnsubAckReasonCode> answers = new ArrayList<>();
        for (String filter : message.topics()) {
            answers.add(
                    filters.remove(filter) == null
                            ? MqttUnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED
                            : MqttUnsubAckReasonCode.SUCCESS);
        }
        if (connection.terms().five()) {
            connection.endpoint().unsubscribeAcknowledge(message.messageId(), answers, MqttProperties.NO_PROPERTIES);
        } else {
            connection.endpoint().unsubscribeAcknowledge(message.messageId());
        }
        keep();
    }

    private void keep() {
        List<Subscription> now = filters.entrySet().stream()
                .map(f -> new Subscription(f.getKey(), f.getValue()))
                .toList();
        connection
                .gateway()
                .sessions()
                .subscribed(connection.key(), now)
                .subscribe()
                .with(
                        done -> LOG.tracef("subscriptions of %s kept", connection.terminal()),
                        fault -> LOG.warnf("subscriptions could not be kept: %s", fault.toString()));
    }
}
