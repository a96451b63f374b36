/**
 * The MQTT gateway. The library parses packets; sessions, wills, limits and acknowledgements are decided here. One
 * {@link io.tillgate.terminals.mqtt.TerminalConnection} lives on one event loop and is never touched from another.
 */
@NullMarked
package io.tillgate.terminals.mqtt;

import org.jspecify.annotations.NullMarked;
