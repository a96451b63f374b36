/** Counters, lists, decisions and reviews in PostgreSQL. Reached through the front door only. */
@NullMarked
package io.tillgate.risk.store;

import org.jspecify.annotations.NullMarked;
