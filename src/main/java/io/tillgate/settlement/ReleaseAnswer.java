package io.tillgate.settlement;

import java.util.List;

/**
 * What a signature or a release came to.
 *
 * @param payouts how many it is about
 * @param files what the bank can fetch now; empty after a first signature
 */
public record ReleaseAnswer(int payouts, List<PaymentFileView> files) {
    public ReleaseAnswer {
        files = List.copyOf(files);
    }
}
