package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.Till.Down;
import java.util.List;

/** What a till that stays needs of its connection. */
interface Line extends AutoCloseable {
    boolean isConnected();

    /** What came since it was taken last; it is kept no longer. */
    List<Down> take();

    /** The body of the answer. */
    JsonNode ask(String channel, ObjectNode body);

    /** Answers a command. */
    void answer(String id, ObjectNode body);

    void tell(String channel, ObjectNode body);

    @Override
    void close();

    static Line of(Till till) {
        return new OverMqtt(till);
    }

    record OverMqtt(Till till) implements Line {
        @Override
        public boolean isConnected() {
            return till.isConnected();
        }

        @Override
        public List<Down> take() {
            return till.take();
        }

        @Override
        public JsonNode ask(String channel, ObjectNode body) {
            return till.ask(channel, body);
        }

        @Override
        public void answer(String id, ObjectNode body) {
            till.publish("cmd", till.envelope(id, body));
        }

        @Override
        public void tell(String channel, ObjectNode body) {
            till.tell(channel, body);
        }

        @Override
        public void close() {
            till.close();
        }
    }
}
