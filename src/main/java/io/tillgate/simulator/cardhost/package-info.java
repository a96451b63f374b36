/**
 * A card host to play against: two ISO 8583 ports ({@code iso87-ascii} read by j8583, {@code unionpay} read by a small
 * decoder of its own), a book of what it charged, faults to order over HTTP, and a log with its own processing time.
 * Everything is bounded and nothing outlives the process. May use: shared, j8583, Jackson, the JDK.
 */
@NullMarked
package io.tillgate.simulator.cardhost;

import org.jspecify.annotations.NullMarked;
