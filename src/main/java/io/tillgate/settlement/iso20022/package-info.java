/**
 * The ISO 20022 messages that are spoken with banks: {@code pain.001} is written, {@code pain.002}, {@code camt.053} and
 * {@code camt.054} are read. Pure: bytes and records, no database, no clock, no network. Everything is held against the
 * schema of its own namespace, which lies in the resources. May use: shared.
 */
@NullMarked
package io.tillgate.settlement.iso20022;

import org.jspecify.annotations.NullMarked;
