package io.tillgate.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.settlement.statement.Statement.FeeLine;
import io.tillgate.settlement.statement.Statement.OtherKind;
import io.tillgate.settlement.statement.Statement.PaymentKind;
import io.tillgate.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AStatementAddsUpTest {
    private final Statement statement = Statements.english(60, 1);

    @Test
    void the_summary_is_the_payout() {
        Money sum = statement.openingBalance().plus(statement.feesTotal()).minus(statement.carriedBalance());
        for (PaymentKind kind : PaymentKind.values()) {
            sum = sum.plus(statement.payments(kind).amount());
        }
        for (OtherKind kind : OtherKind.values()) {
            sum = sum.plus(statement.others(kind).amount());
        }

        assertThat(sum).isEqualTo(statement.payout().amount());
    }

    @Test
    void one_payment_too_few_cannot_be_stated() {
        var fewer = statement.payments().subList(1, 60);

        assertThatThrownBy(() -> with(fewer, statement.fees())).hasMessageContaining("sum to");
    }

    @Test
    void a_fee_that_nothing_explains_cannot_be_stated() {
        List<FeeLine> fees = new ArrayList<>(statement.fees());
        FeeLine first = fees.removeFirst();
        fees.add(new FeeLine(first.text(), 0, first.base(), first.amount(), false));

        assertThatThrownBy(() -> with(statement.payments(), fees)).hasMessageContaining("explained");
    }

    @Test
    void figures_have_the_decimals_of_their_currency() {
        assertThat(Figures.shown(Money.of(-123_456_789, "EUR"))).isEqualTo("-1,234,567.89");
        assertThat(Figures.shown(Money.of(1_000, "JPY"))).isEqualTo("1,000");
        assertThat(Figures.shown(Money.of(999, "KWD"))).isEqualTo("0.999");
        assertThat(Figures.shown(Money.of(-5, "CNY"))).isEqualTo("-0.05");
        assertThat(Figures.plain(Money.of(-123_456_789, "EUR"))).isEqualTo("-1234567.89");
    }

    private Statement with(List<Statement.PaymentLine> payments, List<FeeLine> fees) {
        return new Statement(
                statement.issuer(),
                statement.recipient(),
                statement.period(),
                statement.payout(),
                statement.openingBalance(),
                payments,
                fees,
                statement.others(),
                statement.carriedBalance(),
                statement.head());
    }
}
