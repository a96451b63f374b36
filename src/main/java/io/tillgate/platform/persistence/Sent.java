package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;

/** A command that is under way before anybody waits for it, so that the next one can be sent behind it. */
public final class Sent {
    private Sent() {}

    public static <T> Uni<T> now(Uni<T> command) {
        return Uni.createFrom().completionStage(command.subscribeAsCompletionStage());
    }
}
