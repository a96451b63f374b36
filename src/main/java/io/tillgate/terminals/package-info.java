/**
 * Terminals: their records, activation, certificates, the MQTT gateway, presence, documents, commands. Messages of the
 * sale are opaque here: {@link TerminalMessageHandler} is what {@code sales} implements. Words: <em>uplink</em> and
 * <em>downlink</em> are messages from and to a terminal, <em>channel</em> is the last part of a topic, <em>epoch</em>
 * counts the sessions of one terminal. May use platform, tenancy, merchants and catalogue.
 */
@NullMarked
package io.tillgate.terminals;

import org.jspecify.annotations.NullMarked;
