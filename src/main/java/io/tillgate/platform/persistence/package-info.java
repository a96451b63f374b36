/**
 * The one door to the database: tenant transactions, group commit, outbox, audit, cursor pages.
 *
 * <p>Words: a <em>scope</em> says whose rows a transaction sees; a <em>commit unit</em> is what one command writes
 * atomically; an <em>outbox event</em> is committed with the change it tells of. May use {@code shared}.
 */
@NullMarked
package io.tillgate.platform.persistence;

import org.jspecify.annotations.NullMarked;
