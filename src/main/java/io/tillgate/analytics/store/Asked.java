package io.tillgate.analytics.store;

import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Currency;

/**
 * The conditions of every query: {@code $1} tenant, {@code $2} to {@code $3} the period, {@code $4} to {@code $5} the one
 * before, {@code $6} currency, then merchant and store where they are asked for.
 */
public record Asked(Question question, Currency currency) {
    /** Whether a row is of the period asked for rather than of the one before. */
    static final String NOW = "(business_date >= $2)";

    /** Of both periods. */
    String both() {
        return "business_date between $4 and $3 and (business_date >= $2 or business_date <= $5)" + rest();
    }

    /** Of the period asked for. */
    String current() {
        return from("$2");
    }

    /** Up to the period's end. The dates of the one before are named, since every value has to have a type. */
    String from(String date) {
        return "business_date between " + date + " and $3 and $4::date <= $5::date" + rest();
    }

    /** Between two values, which may be in the wrong order: then nothing. */
    String between(String from, String to) {
        return "business_date between " + from + " and " + to + rest();
    }

    private String rest() {
        String sql = " and tenant_id = $1 and currency = $6::text";
        int next = 7;
        if (question.merchant() != null) {
            sql += " and merchant_id = $" + next++;
        }
        if (question.store() != null) {
            sql += " and store_id = $" + next;
        }
        return sql;
    }

    /** Where another value comes in. */
    int nextPlace() {
        return values().size() + 1;
    }

    Tuple values() {
        Period before = question.period().before();
        Tuple values = Tuple.tuple()
                .addUUID(question.tenant().value())
                .addLocalDate(question.period().from())
                .addLocalDate(question.period().to())
                .addLocalDate(before.from())
                .addLocalDate(before.to())
                .addString(currency.getCurrencyCode());
        if (question.merchant() != null) {
            values.addUUID(question.merchant().value());
        }
        if (question.store() != null) {
            values.addUUID(question.store().value());
        }
        return values;
    }
}
