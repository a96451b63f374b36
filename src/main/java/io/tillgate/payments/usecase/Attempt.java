package io.tillgate.payments.usecase;

import io.tillgate.payments.TakePayment;
import io.tillgate.payments.usecase.CardHostPort.Mark;
import io.tillgate.payments.usecase.Prepared.Ready;
import io.tillgate.platform.persistence.CommitUnit;
import java.util.List;

/**
 * One request on its way through both commits.
 *
 * @param first the caller's own rows for the first commit
 * @param committed told once that is durable
 */
record Attempt(TakePayment command, Ready ready, Mark mark, List<CommitUnit.Part<?>> first, Runnable committed) {}
