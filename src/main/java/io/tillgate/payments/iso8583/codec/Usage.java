package io.tillgate.payments.iso8583.codec;

import java.util.Map;
import java.util.Optional;

/**
 * Which messages a host wants for what: the part of a dialect that a translator needs.
 *
 * @param refund whether a refund goes as request (0200) or as advice (0220)
 * @param reversal whether a reversal goes as request (0400) or as advice (0420)
 * @param originals the field that names the message undone: 90, or 61 with batch and trace
 * @param network the field with the network management code: 70, or 60 with type, batch and code
 * @param processing processing codes (field 3) by word: sale, void, refund
 * @param functions leading digits of field 60 by word, for hosts that want them; empty otherwise
 * @param pin how a PIN travels; empty where the host's messages carry none
 */
public record Usage(
        Flow refund,
        Flow reversal,
        int originals,
        int network,
        Map<String, String> processing,
        Map<String, String> functions,
        Optional<PinFields> pin) {
    /** What 1987-class hosts take unless their file says otherwise. */
    static final Usage STANDARD = new Usage(
            Flow.REQUEST,
            Flow.REQUEST,
            90,
            70,
            Map.of("sale", "000000", "void", "020000", "refund", "200000"),
            Map.of(),
            Optional.empty());

    /** Whether the host may say no. */
    public enum Flow {
        REQUEST,
        /** The host can only take note: repeated until answered. */
        ADVICE
    }

    /**
     * A PIN block in field 52, and what a host wants beside it.
     *
     * @param format of ISO 9564-1: 0 under TDEA in 8 bytes, 4 under AES in 16
     * @param capture field 26, the longest PIN that the terminal takes
     * @param control field 53, security related control information
     */
    public record PinFields(int format, Optional<String> capture, Optional<String> control) {
        public PinFields {
            if (format != 0 && format != 4) {
                throw new IllegalArgumentException("a PIN block for a host has format 0 or 4");
            }
        }

        int bytes() {
            return format == 4 ? 16 : 8;
        }
    }

    public Usage {
        if (originals != 90 && originals != 61) {
            throw new IllegalArgumentException("original data travel in field 90 or 61");
        }
        if (network != 70 && network != 60) {
            throw new IllegalArgumentException("network codes travel in field 70 or 60");
        }
        processing = Map.copyOf(processing);
        functions = Map.copyOf(functions);
    }

    public String processing(String word) {
        return demand(processing, word);
    }

    public String function(String word) {
        return demand(functions, word);
    }

    private static String demand(Map<String, String> codes, String word) {
        String code = codes.get(word);
        if (code == null) {
            throw new IllegalStateException("the dialect has no code for " + word);
        }
        return code;
    }
}
