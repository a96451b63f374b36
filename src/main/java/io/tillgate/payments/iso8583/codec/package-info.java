/**
 * ISO 8583 messages to bytes and back. A dialect is data: a YAML file under {@code dialects/} that says for every field
 * its content (how characters become bytes), its prefix (how its length is told) and its alignment (where an odd digit is
 * padded), and for the whole message its type indicator, bitmaps, envelope (TPDU, header) and framing. Words: MTI is the
 * four-digit message type; a path is a field number, or a field number and the subfield behind a dot. Values are text as
 * on the wire, binary ones as upper-case hexadecimal. Nothing here prints a value that could be card data.
 * May use: the JDK, snakeyaml to read the files.
 */
@NullMarked
package io.tillgate.payments.iso8583.codec;

import org.jspecify.annotations.NullMarked;
