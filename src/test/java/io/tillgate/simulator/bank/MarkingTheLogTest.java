package io.tillgate.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.simulator.bank.BankLog.Entry;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class MarkingTheLogTest {
    @Test
    void what_is_done_after_a_mark_has_a_higher_number_however_long_the_log_is() {
        BankLog log = new BankLog(InstantSource.system());
        assertThat(log.end()).isZero();
        for (int i = 0; i < BankLog.PAGE + 500; i++) {
            log.add(new Entry("demo", "fetched", "M" + i, 200, ""));
        }

        long mark = log.end();
        log.add(new Entry("demo", "camt.054", "after", 200, ""));

        assertThat(mark).isEqualTo(BankLog.PAGE + 500);
        assertThat(log.since(mark)).extracting(BankLog.Line::messageId).containsExactly("after");
    }
}
