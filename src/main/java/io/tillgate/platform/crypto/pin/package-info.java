/**
 * PIN blocks of ISO 9564-1: build, read, check. A PIN exists in the clear only inside these calls, as a {@code Pin} that
 * prints nothing and is cleared when closed. May use {@code crypto.cipher} and {@code shared}.
 */
@NullMarked
package io.tillgate.platform.crypto.pin;

import org.jspecify.annotations.NullMarked;
