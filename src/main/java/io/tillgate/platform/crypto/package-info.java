/**
 * The security module: the one place where keys are used. Sealing of stored values, tokens, DUKPT, PIN translation,
 * MACs, signatures, key delivery to devices. Nobody outside ever holds a tenant's key; what leaves is ciphertext, a
 * token, a signature, or plain card data for the one caller that may see it. Words: to seal is to encrypt under a fresh
 * data key that the tenant's key wraps; a zone key is shared with one card host. May use {@code shared}.
 */
@NullMarked
package io.tillgate.platform.crypto;

import org.jspecify.annotations.NullMarked;
