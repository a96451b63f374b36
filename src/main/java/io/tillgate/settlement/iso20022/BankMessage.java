package io.tillgate.settlement.iso20022;

/** A message that was read and is valid by the schema of its version. */
public sealed interface BankMessage permits CreditTransferMessage, StatusReport, AccountReport {
    MessageType type();

    /** Given by who made it ({@code GrpHdr/MsgId}), at most 35 characters. */
    String messageId();
}
