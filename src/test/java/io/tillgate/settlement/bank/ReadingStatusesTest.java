package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.bank.ReadingStatuses.Statuses;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Member;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.settlement.iso20022.Reading;
import io.tillgate.settlement.iso20022.StatusReport;
import io.tillgate.shared.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank's status says about each payout of a file. */
class ReadingStatusesTest {
    private static final List<Member> FILE = List.of(
            new Member("E1", Money.of(100, "EUR"), PayoutState.FETCHED),
            new Member("E2", Money.of(200, "EUR"), PayoutState.FETCHED));

    @ParameterizedTest
    @ValueSource(strings = {"ACTC", "ACCP", "ACSP", "ACWC", "ACSC", "ACCC"})
    void accepting_is_never_paying(String status) {
        Statuses statuses = statuses(BankXml.status("S", "F", status, List.of()));

        assertThat(statuses.words()).containsExactly(new BankWord.Accepted("E1"), new BankWord.Accepted("E2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCVD", "PDNG", "PART"})
    void what_says_nothing_final_changes_nothing(String status) {
        Statuses statuses = statuses(BankXml.status("S", "F", status, List.of()));

        assertThat(statuses.words()).isEmpty();
        assertThat(statuses.undecided()).isEqualTo(2);
    }

    @Test
    void a_payments_own_status_speaks_before_the_files() {
        Statuses statuses = statuses(BankXml.status("S", "F", "ACSP", List.of("E2")));

        assertThat(statuses.words())
                .containsExactlyInAnyOrder(new BankWord.Accepted("E1"), new BankWord.Rejected("E2", "AC01", null));
    }

    @Test
    void a_refused_file_refuses_all_of_it() {
        assertThat(statuses(BankXml.status("S", "F", "RJCT", List.of())).words())
                .allSatisfy(word -> assertThat(word).isInstanceOf(BankWord.Rejected.class))
                .hasSize(2);
    }

    @Test
    void a_payment_that_is_not_in_the_file_is_a_stranger() {
        Statuses statuses = statuses(BankXml.status("S", "F", "PART", List.of("E9")));

        assertThat(statuses.strangers()).containsExactly("E9");
        assertThat(statuses.words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"E1,E2", "E2,E1"})
    void a_payment_named_twice_counts_once(String first, String second) {
        assertThat(statuses(BankXml.status("S", "F", "PART", List.of(first, second, first)))
                        .words())
                .hasSize(2);
    }

    private static Statuses statuses(String xml) {
        Reading reading = BankMessages.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ReadingStatuses.of((StatusReport) ((Reading.Understood) reading).message(), FILE);
    }
}
