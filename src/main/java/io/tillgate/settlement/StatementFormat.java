package io.tillgate.settlement;

/** How a statement is wanted. */
public enum StatementFormat {
    PDF,
    CSV
}
