/** The simulated bank. */
@NullMarked
package io.tillgate.simulator.bank;

import org.jspecify.annotations.NullMarked;
