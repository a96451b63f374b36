package io.tillgate.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.launcher.replay.Replay.Hands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwingPayoutsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final Hands HANDS =
            new Hands(new BusinessTime("http://127.0.0.1:1", "secret"), "secret", List.of("harbour", "jiuzhou"));

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void a_journal() {
        file = directory.resolve("replay.json");
    }

    @Test
    void a_day_that_could_not_be_paid_is_said_and_tried_once_more_at_the_next_start() {
        Journal journal = Journal.begin(file, DAY.plusDays(4));
        journal.nextAttempt();
        journal.unpaid("harbour", DAY);
        journal.mark("harbour", 7, Instant.EPOCH);
        journal.end(journal.unpaid());

        assertThat(Replay.owed(file)).contains("payouts wait of harbour 2026-11-18");
        assertThat(Replay.of(file, false, true, HANDS)).isPresent();
        assertThat(Replay.of(file, false, false, HANDS)).isEmpty();

        Journal next = Journal.read(file).orElseThrow();
        next.nextAttempt();
        assertThat(next.unpaid("harbour")).containsExactly(DAY);
        next.end(next.unpaid());
        assertThat(Replay.of(file, false, true, HANDS)).as("a third time").isEmpty();
        assertThat(Replay.owed(file)).isPresent();
    }

    @Test
    void what_was_paid_the_second_time_is_owed_no_longer() {
        Journal journal = Journal.begin(file, DAY.plusDays(4));
        journal.unpaid("harbour", DAY);
        journal.unpaid("jiuzhou", DAY);
        journal.end(journal.unpaid());
        journal.nextAttempt();
        journal.paid("harbour", DAY);

        assertThat(journal.unpaid()).isEqualTo("payouts wait of jiuzhou 2026-11-18");
        journal.paid("jiuzhou", DAY);
        journal.end(journal.unpaid());
        assertThat(Replay.owed(file)).isEmpty();
    }

    @Test
    void a_journal_of_an_earlier_version_owes_nothing() throws IOException {
        Files.writeString(
                file, "{\"today\":\"2026-11-22\",\"attempts\":1,\"done\":true,\"failure\":null,\"tenants\":{}}");

        assertThat(Replay.owed(file)).isEmpty();
        assertThat(Replay.of(file, false, true, HANDS)).isEmpty();
    }

    @Test
    void clocks_stay_at_now_when_only_money_is_owed() {
        Journal journal = Journal.begin(file, DAY.plusDays(4));
        journal.unpaid("harbour", DAY);
        journal.end(journal.unpaid());

        Replay.of(file, false, true, HANDS).orElseThrow().setClocksBack(); // would ask a service that is not there
    }
}
