package io.tillgate.settlement.iso20022;

import java.util.List;

/** A {@code camt.053} or {@code camt.054}: what happened on accounts, each in a statement (or notification) of its own. */
public record AccountReport(MessageType type, String messageId, List<AccountStatement> statements)
        implements BankMessage {}
