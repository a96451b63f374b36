package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;

/** A command that is under way before anybody waits for it, so that the next one can be sent behind it. */
final class Sent {
    private Sent() {}

    static <T> Uni<T> now(Uni<T> command) {
        return Uni.createFrom().completionStage(command.subscribeAsCompletionStage());
    }
}
