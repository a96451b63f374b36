package io.tillgate.terminals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceGapsTest {
    @Test
    void only_numbers_left_out_are_counted() {
        var gaps = new SequenceGaps();

        assertThat(gaps.missingBefore(10)).isZero();
        assertThat(gaps.missingBefore(11)).isZero();
        assertThat(gaps.missingBefore(15)).isEqualTo(3);
        assertThat(gaps.missingBefore(12)).isZero();
        assertThat(gaps.missingBefore(16)).isZero();
    }
}
