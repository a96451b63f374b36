package io.tillgate.risk;

import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.risk.store.CountingAttempts;
import io.tillgate.risk.store.RecordingDecisions;

/** What risk adds to the commits of others. */
public final class RiskStatements {
    /** Records a decision, and opens a review where one is due. Refuses a second decision on the same payment. */
    public static final BatchStatement<RecordedDecision> DECISION = new RecordingDecisions();

    /** Counts attempts and declines; refuses nothing. */
    public static final BatchStatement<RiskCount> COUNT = new CountingAttempts();

    private RiskStatements() {}
}
