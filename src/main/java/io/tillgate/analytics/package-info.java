/**
 * Figures for people: takings, approvals, customers, products, kept ready by hour and day as sales happen, and equal to the
 * book to the cent.
 *
 * <p>Words: a <em>fact</em> is what one payment or sale counts for now; a <em>cell</em> is a sum of facts of one day that
 * questions are answered from; <em>folding</em> is bringing facts and cells up to the records after an event;
 * <em>rebuilding</em> is folding a day from nothing. May use {@code sales}, {@code payments}, {@code merchants},
 * {@code tenancy} and what stands above them.
 */
@NullMarked
package io.tillgate.analytics;

import org.jspecify.annotations.NullMarked;
