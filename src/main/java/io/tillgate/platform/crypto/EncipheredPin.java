package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.platform.crypto.pin.PinBlockFormat;

/** A PIN block as a terminal sent it, under the PIN encryption key of its KSN. Never stored; prints no block. */
public record EncipheredPin(PinBlockFormat format, Ksn ksn, SecretBytes block) {}
