package io.tillgate.payments.card;

import io.tillgate.platform.crypto.EncipheredPin;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.crypto.ZoneKey;
import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.DukptScheme;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.platform.crypto.pin.PinBlockFormat;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import java.util.Arrays;

/**
 * A PIN as the terminal sends it: {@code {"format","ksn","block"}}, ISO 9564-1 under the PIN key of its KSN. Lives only
 * between terminal and host message, is sent to a host once, and is stored in no form; prints no block.
 */
public record PinBlock(EncipheredPin enciphered) {
    /** Format 4 is AES, the others TDEA; format 2 is for the way between terminal and chip and never leaves it. */
    public PinBlock {
        boolean fits = switch (enciphered.format()) {
            case FORMAT_4 -> enciphered.ksn().scheme() == DukptScheme.AES;
            case FORMAT_0, FORMAT_3 -> enciphered.ksn().scheme() == DukptScheme.TDES;
            case FORMAT_2 -> false;
        };
        if (!fits) {
            throw new Refusal(
                    CardProblem.PIN_FORMAT_INVALID,
                    "a PIN block has format 4 under AES-DUKPT, format 0 or 3 under TDES-DUKPT");
        }
        int bytes = enciphered.format().cipher().blockBytes();
        if (enciphered.block().length() != bytes) {
            throw new Refusal(
                    CardProblem.PIN_BLOCK_INVALID,
                    "a PIN block of format " + enciphered.format().number() + " has " + 2 * bytes + " hex digits");
        }
    }

    /**
     * Reads the three members of a terminal's message; KSN and block are hex.
     *
     * @throws Refusal {@code KSN_INVALID}, {@code PIN_FORMAT_INVALID}, {@code PIN_BLOCK_INVALID}
     */
    public static PinBlock of(long format, String ksn, String block) {
        if (Arrays.stream(PinBlockFormat.values()).noneMatch(known -> known.number() == format)) {
            throw new Refusal(CardProblem.PIN_FORMAT_INVALID, "there is no PIN block of this format here");
        }
        try {
            return new PinBlock(EncipheredPin.of((int) format, ksn, block));
        } catch (Refusal refusal) {
            throw inOurWords(refusal);
        }
    }

    public Ksn ksn() {
        return enciphered.ksn();
    }

    /**
     * The same PIN for a card host, under its key. The PIN is in the clear only inside the security module.
     *
     * @throws Refusal {@code PIN_BLOCK_INVALID}
     */
    public SecretBytes forHost(SecurityModule module, TenantId tenant, Pan pan, ZoneKey host) {
        byte[] block;
        try {
            block = module.translatePin(tenant, enciphered, pan.digits(), host);
        } catch (Refusal refusal) {
            throw inOurWords(refusal);
        }
        try {
            return SecretBytes.copyOf(block);
        } finally {
            Arrays.fill(block, (byte) 0);
        }
    }

    private static Refusal inOurWords(Refusal refusal) {
        if (refusal.code() == CryptoProblem.KSN_INVALID) {
            return new Refusal(CardProblem.KSN_INVALID, refusal.detail());
        }
        return refusal.code() == CryptoProblem.PIN_BLOCK_INVALID
                ? new Refusal(CardProblem.PIN_BLOCK_INVALID, refusal.detail())
                : refusal;
    }

    @Override
    public String toString() {
        return "PinBlock[***]";
    }
}
