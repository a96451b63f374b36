package io.tillgate.payments.iso8583;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests on their way, by what their answers will be matched on, and for a while those that are settled, so that a
 * late or second answer can be named. Both are bounded. Used on the link's event loop only.
 */
final class Window {
    /** Settled keys remembered; older ones make a late answer UNMATCHED instead of LATE. */
    static final int SETTLED_MAX = 16_384;

    private final int max;
    private final Map<MatchKey, Waiting> waiting = new HashMap<>();
    private final Map<MatchKey, LateAnswers.Reason> settled = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MatchKey, LateAnswers.Reason> eldest) {
            return size() > SETTLED_MAX;
        }
    };

    Window(int max) {
        this.max = max;
    }

    /** One request that was sent. */
    record Waiting(LinkConnection on, long sentNanos, long timer, Consumer<HostOutcome> then) {}

    boolean full() {
        return waiting.size() >= max;
    }

    int size() {
        return waiting.size();
    }

    boolean holds(MatchKey key) {
        return waiting.containsKey(key);
    }

    long sentNanos(MatchKey key) {
        Waiting request = waiting.get(key);
        return request == null ? 0 : request.sentNanos();
    }

    void add(MatchKey key, Waiting request) {
        waiting.put(key, request);
    }

    /** Takes the request out; from now on an answer to it comes too late. */
    @Nullable
    Waiting settle(MatchKey key, LateAnswers.Reason ifAnotherComes) {
        Waiting found = waiting.remove(key);
        if (found != null) {
            settled.put(key, ifAnotherComes);
        }
        return found;
    }

    LateAnswers.Reason reason(MatchKey key) {
        return settled.getOrDefault(key, LateAnswers.Reason.UNMATCHED);
    }

    /** The one request that fits, when it is the only one: for answers of which not everything could be read. */
    Optional<MatchKey> only(Predicate<MatchKey> fits) {
        List<MatchKey> found = waiting.keySet().stream().filter(fits).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    List<MatchKey> keysOn(LinkConnection connection) {
        List<MatchKey> keys = new ArrayList<>();
        waiting.forEach((key, request) -> {
            if (request.on() == connection) {
                keys.add(key);
            }
        });
        return keys;
    }
}
