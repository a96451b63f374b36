package io.tillgate.platform.crypto.dukpt;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.shared.Refusal;
import java.util.Arrays;

/** Which DUKPT a message was enciphered under, by the name it has in terminal messages. */
public enum DukptScheme {
    /** ANSI X9.24-3:2017. */
    AES("aes-dukpt"),
    /** ANSI X9.24-1:2009. */
    TDES("tdes-dukpt");

    private final String wireName;

    DukptScheme(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static DukptScheme ofWireName(String name) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(CryptoProblem.KSN_INVALID, "scheme must be aes-dukpt or tdes-dukpt"));
    }
}
