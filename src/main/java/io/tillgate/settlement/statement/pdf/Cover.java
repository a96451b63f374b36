package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Statement.Issuer;
import io.tillgate.settlement.statement.Statement.Recipient;
import io.tillgate.shared.Money;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What stands on the upper half of the first page and on the edges of all.
 *
 * @param reference names the document, in its title and foot
 * @param date of the document
 * @param facts beside the recipient
 */
record Cover(
        Issuer issuer,
        Recipient recipient,
        String title,
        String period,
        String reference,
        OffsetDateTime date,
        List<Fact> facts,
        Sum sum) {

    record Fact(String name, String value) {}

    /**
     * The one figure that matters.
     *
     * @param standing one short phrase
     * @param lines at most three, each shortened to fit
     */
    record Sum(String label, Money amount, String standing, List<String> lines) {}
}
