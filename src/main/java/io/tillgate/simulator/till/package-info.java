/**
 * A till to play with: makes its key, enrols by EST, receives its terminal key, speaks MQTT over mutual TLS and sells. It
 * stands on a foreign MQTT client and its own key derivation, so that no mistake of the service can hide here too.
 * May use: shared.
 */
@NullMarked
package io.tillgate.simulator.till;

import org.jspecify.annotations.NullMarked;
