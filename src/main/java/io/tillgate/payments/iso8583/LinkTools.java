package io.tillgate.payments.iso8583;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a link needs from outside.
 *
 * @param nanos a monotonic clock in nanoseconds, for everything that measures
 * @param clock the wall clock, only for what network messages carry
 * @param jitter spreads reconnecting links
 */
record LinkTools(Vertx vertx, LongSupplier nanos, InstantSource clock, RandomGenerator jitter, MeterRegistry meters) {}
