/**
 * Wiring without a business word: HTTP, persistence, identity, crypto, files, mail, jobs, telemetry. Each is a package
 * of its own; this root holds only the clock and the source of ids. May use {@code shared}.
 */
@NullMarked
package io.tillgate.platform;

import org.jspecify.annotations.NullMarked;
