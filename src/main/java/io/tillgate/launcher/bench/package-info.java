/**
 * Measures a running installation from outside: a sale from publish to answer, one terminal after another and several at
 * once, beside what the machine itself costs in the same run, and what the service takes up when idle. Its words: a
 * <em>series</em> is one thing measured many times; a <em>baseline</em> is a series that a sale cannot beat here. May use:
 * launcher.demo's {@code Stage}, simulator.till.
 */
@NullMarked
package io.tillgate.launcher.bench;

import org.jspecify.annotations.NullMarked;
