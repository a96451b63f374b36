package io.tillgate.payments.iso8583.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are no message of the dialect, or values that do not fit it. Names the path and the offset of the failing
 * field and what was wrong, never the value. Carries no stack: it is an answer about bytes from outside.
 */
public final class MessageFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final int offset;
    private final transient @Nullable IsoMessage salvaged;

    MessageFormatException(String path, int offset, String problem) {
        this(path, offset, problem, null);
    }

    private MessageFormatException(String path, int offset, String message, @Nullable IsoMessage salvaged) {
        super(
                salvaged == null ? "field " + path + " at offset " + offset + ": " + message : message,
                null,
                false,
                false);
        this.path = path;
        this.offset = offset;
        this.salvaged = salvaged;
    }

    MessageFormatException with(IsoMessage readable) {
        return new MessageFormatException(path, offset, String.valueOf(getMessage()), readable);
    }

    /** Field number, {@code mti}, {@code bitmap}, or field and subfield as in {@code 127.25}. */
    public String path() {
        return path;
    }

    /** Bytes from the start of the payload; for values that cannot be packed, the place they would have had. */
    public int offset() {
        return offset;
    }

    /** The fields that could still be read, so that a garbled answer can be laid to its request. */
    public Optional<IsoMessage> salvaged() {
        return Optional.ofNullable(salvaged);
    }
}
