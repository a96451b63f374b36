/**
 * What Tillgate plays against where no bank is at hand: a card host, a bank, terminals. Its own process. It
 * shares no codec and no class with the service, so that both cannot be wrong in the same way. May use: shared, j8583, woodstox.
 */
@NullMarked
package io.tillgate.simulator;

import org.jspecify.annotations.NullMarked;
