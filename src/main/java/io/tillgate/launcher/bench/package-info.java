/**
 * Measures a running installation from outside: a sale from publish to answer, one terminal after another and several at
 * once, beside what the machine itself costs in the same run, and what the service takes up when idle. Its words: a
 * <em>series</em> is one thing measured many times; a <em>baseline</em> is a series that a sale or page cannot beat here. What
 * needs more sales than tills make in a minute is <em>filled</em> into the embedded database. May use: launcher.demo's
 * {@code Stage}, launcher's {@code Secrets}, simulator.till, and for the ids of what is filled ledger and tenancy.
 */
@NullMarked
package io.tillgate.launcher.bench;

import org.jspecify.annotations.NullMarked;
