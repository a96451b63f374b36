/**
 * Derived unique key per transaction, host side: from a base derivation key (BDK) and a key serial number (KSN) to the
 * keys of one transaction. AES by ANSI X9.24-3:2017, TDES by ANSI X9.24-1:2009. Pure functions over byte arrays that
 * the callers clear. May use {@code crypto.cipher} and {@code shared}.
 */
@NullMarked
package io.tillgate.platform.crypto.dukpt;

import org.jspecify.annotations.NullMarked;
