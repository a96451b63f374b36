package io.tillgate.platform.files;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of documents that are taken, each known by its first bytes. */
enum FileKind {
    PDF("application/pdf", "%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

    private final String contentType;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written
    private final byte[] begins;

    FileKind(String contentType, byte[] begins) {
        this.contentType = contentType;
        this.begins = begins;
    }

    static Optional<FileKind> of(String contentType) {
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(contentType))
                .findFirst();
    }

    boolean fits(byte[] bytes) {
        return bytes.length >= begins.length && Arrays.equals(bytes, 0, begins.length, begins, 0, begins.length);
    }
}
