package io.tillgate.simulator.bank;

/**
 * A message on its way.
 *
 * @param path where it is posted
 */
record Report(String name, String path, String messageId, String xml) {
    static Report status(String messageId, String xml) {
        return new Report("pain.002", "/bank/v1/payment-status-reports", messageId, xml);
    }

    static Report notification(String messageId, String xml) {
        return new Report("camt.054", "/bank/v1/notifications", messageId, xml);
    }

    static Report statement(String messageId, String xml) {
        return new Report("camt.053", "/bank/v1/statements", messageId, xml);
    }

    /** As it looks when a line breaks in the middle. */
    Report half() {
        return new Report(name, path, messageId, xml.substring(0, xml.length() / 2));
    }
}
