/**
 * A bank to play against: it fetches payment files as its customers' banks do, over HTTP with client credentials, reads and writes
 * ISO 20022 with another XML library than the service, books, returns and refuses, and does wrong when it is told to. Its books are
 * in memory and bounded. May use: shared, woodstox, Jackson, the JDK, and of the tills the trust in the service's CA.
 */
@NullMarked
package io.tillgate.simulator.bank;

import org.jspecify.annotations.NullMarked;
