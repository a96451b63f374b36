/**
 * Nothing is kept longer than somebody said, and nothing grows without a bound.
 *
 * <p>Words: every table has a <em>retention</em>, stated by the package that owns it in its {@link RetentionSchedule} and in
 * the table's comment; a row is <em>due</em> when its time is over; a <em>round</em> erases what is due, tenant by tenant, in
 * bounded batches. May use {@code shared} and the rest of {@code platform}.
 */
@NullMarked
package io.tillgate.platform.retention;

import org.jspecify.annotations.NullMarked;
