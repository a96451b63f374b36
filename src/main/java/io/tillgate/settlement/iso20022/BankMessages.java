package io.tillgate.settlement.iso20022;

import java.util.List;

/**
 * Reads what banks send. One pass over the bytes: forbidden things, depth, schema and content. Takes a fraction of a second for a
 * megabyte: not for an event loop.
 */
public final class BankMessages {
    /** Room for about eight thousand bookings; banks cut larger reports into pages. */
    public static final int BYTES_MAX = 10 * 1024 * 1024;

    private BankMessages() {}

    public static Reading read(byte[] xml) {
        if (xml.length > BYTES_MAX) {
            return Reading.Unreadable.of(
                    Reading.Kind.TOO_LARGE, new Reading.Place(0, 0, "a message has at most " + BYTES_MAX + " bytes"));
        }
        return switch (XmlIntake.read(xml)) {
            case XmlIntake.Refused refused -> refused.why();
            case XmlIntake.Valid valid ->
                new Reading.Understood(message(valid.type(), body(valid.document())), valid.fingerprint());
        };
    }

    private static BankMessage message(MessageType type, Node body) {
        return switch (type.kind()) {
            case CREDIT_TRANSFER -> StatusReading.transfers(type, body);
            case STATUS_REPORT -> StatusReading.report(type, body);
            case STATEMENT -> AccountReading.report(type, body, "Stmt");
            case NOTIFICATION -> AccountReading.report(type, body, "Ntfctn");
        };
    }

    private static Node body(Node document) {
        List<Node> children = document.children();
        return children.getFirst();
    }
}
