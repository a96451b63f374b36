/**
 * The tables of terminals, all of them reached through the one door to the database.
 */
@NullMarked
package io.tillgate.terminals.store;

import org.jspecify.annotations.NullMarked;
