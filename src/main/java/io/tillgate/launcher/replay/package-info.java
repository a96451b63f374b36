/**
 * Data to look at: the first {@code up} sets the business clocks of the shipped tenants some days back, lets merchants apply,
 * open shops and sell the baskets of a real shop, closes each day, and catches up to now. Everything goes through the
 * front doors (HTTP, EST, MQTT over TLS); only the clock has a door of its own. What is decided ({@code Plan}) is pure and
 * the same at every run, so that a replay that was broken off goes on where it stopped. May use: launcher.demo,
 * simulator.till, shared.
 */
@NullMarked
package io.tillgate.launcher.replay;

import org.jspecify.annotations.NullMarked;
