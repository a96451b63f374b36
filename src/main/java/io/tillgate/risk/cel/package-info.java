/** Rules in the Common Expression Language: compiled once per policy, evaluated without allocation of environments. */
@NullMarked
package io.tillgate.risk.cel;

import org.jspecify.annotations.NullMarked;
