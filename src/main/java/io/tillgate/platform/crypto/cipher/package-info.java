/**
 * Block ciphers, paddings and message authentication codes by their standards, and {@code SecretBytes} that prints
 * nothing. Knows no tenant and no key hierarchy. Uses BouncyCastle's engines, the JDK and {@code shared} only.
 */
@NullMarked
package io.tillgate.platform.crypto.cipher;

import org.jspecify.annotations.NullMarked;
