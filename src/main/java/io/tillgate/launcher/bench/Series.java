package io.tillgate.launcher.bench;

import org.HdrHistogram.Histogram;

/** One thing measured many times, in microseconds, to three digits. */
final class Series {
    private static final long MICROS_MAX = 60_000_000;
    private static final int DIGITS = 3;

    private final String name;
    private final Histogram histogram = new Histogram(MICROS_MAX, DIGITS);

    Series(String name) {
        this.name = name;
    }

    void addNanos(long nanos) {
        addMicros(nanos / 1_000);
    }

    synchronized void addMicros(long micros) {
        histogram.recordValue(Math.clamp(micros, 0, MICROS_MAX));
    }

    /** The result; zero where nothing was measured. */
    synchronized Figures figures() {
        return new Figures(
                name,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(95),
                histogram.getValueAtPercentile(99),
                histogram.getMaxValue());
    }

    /** A series as numbers; times in microseconds. */
    record Figures(String name, long count, long p50, long p95, long p99, long max) {}
}
