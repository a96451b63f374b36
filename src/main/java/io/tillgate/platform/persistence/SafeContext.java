package io.tillgate.platform.persistence;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Supplier;

/** Runs reactive persistence on a Vert.x context of its own when the caller has none that is safe for a session. */
public final class SafeContext {
    private SafeContext() {}

    /** The work runs on the caller's duplicated context when there is one, otherwise on a new one. */
    public static <T> Uni<T> run(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context current = Vertx.currentContext();
            if (current == null || !VertxContext.isDuplicatedContext(current)) {
                return runOnNew(vertx, work);
            }
            VertxContextSafetyToggle.setContextSafe(current, true);
            return Context.isOnEventLoopThread() ? work.get() : runOn(current, work);
        });
    }

    /**
     * Hands the result back on the context of whoever subscribed, wherever it was produced: what follows keeps its own
     * correlation id and not that of the request whose batch or connection it shared.
     */
    public static <T> Uni<T> andBack(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context asking = Vertx.currentContext();
            return asking == null ? work : work.emitOn(task -> asking.runOnContext(ignored -> task.run()));
        });
    }

    /** The work always gets a new duplicated context: for jobs and messages that must not share a session. */
    public static <T> Uni<T> runOnNew(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context fresh = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
            VertxContextSafetyToggle.setContextSafe(fresh, true);
            runOn(fresh, work).subscribe().with(emitter::complete, emitter::fail);
        });
    }

    private static <T> Uni<T> runOn(Context context, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(ignored ->
                        Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail)));
    }
}
