/**
 * The story that must always work, told against a running service from outside: HTTP, EST and MQTT over TLS, and the card
 * host's own log. Each step proves its effect in a second place. May use: simulator.till, shared.
 */
@NullMarked
package io.tillgate.launcher.demo;

import org.jspecify.annotations.NullMarked;
