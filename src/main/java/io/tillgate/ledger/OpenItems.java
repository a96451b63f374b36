package io.tillgate.ledger;

/**
 * What another package knows of a control account: the single items that its balance consists of. Beans of this type
 * are asked inside the statement that reads the balances, so that both sides stem from one snapshot.
 */
public interface OpenItems {
    /** Shown in the proof, for example {@code payments}. */
    String name();

    AccountCode control();

    /**
     * A complete {@code select} of two columns, {@code currency} (char 3) and {@code amount} (bigint or numeric, signed as
     * in the ledger: debit positive), any number of rows. {@code $1} is the tenant's id (uuid), the only parameter.
     * It is trusted text of a program, never of a person, and must not end in a semicolon.
     */
    String sql();
}
