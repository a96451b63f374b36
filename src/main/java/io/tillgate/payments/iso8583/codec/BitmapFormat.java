package io.tillgate.payments.iso8583.codec;

/** How a bitmap travels: raw bytes, or each byte as two hexadecimal characters. */
enum BitmapFormat {
    BINARY(Content.BINARY),
    HEX_ASCII(Content.HEX_ASCII),
    HEX_EBCDIC(Content.HEX_EBCDIC);

    private final Content content;

    BitmapFormat(Content content) {
        this.content = content;
    }

    Content content() {
        return content;
    }
}
