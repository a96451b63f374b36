package io.tillgate.portal.merchant.shop;

import io.tillgate.portal.frame.Amounts;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent, as people write it: stripped, and absent where nothing stands. What cannot be read is kept as a mistake of
 * its field, so that all of them are said at once by {@link #check}. Fields are named by dots where JSON pointers have slashes.
 */
public final class Fields {
    /** The form's own name, see the frame's {@code Forms}. */
    public static final String ONCE = "once";

    private static final int DIGITS_MAX = 16;

    private final MultivaluedMap<String, String> sent;
    private final List<Violation> mistakes = new ArrayList<>();

    public Fields(MultivaluedMap<String, String> sent) {
        this.sent = sent;
    }

    @Nullable
    public String text(String name) {
        String value = sent.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public String textOr(String name, String other) {
        String value = text(name);
        return value == null ? other : value;
    }

    /** Refused by {@link #check} when nothing stands there. */
    public String needed(String name) {
        String value = text(name);
        if (value == null) {
            wrong(name, "REQUIRED");
        }
        return value == null ? "" : value;
    }

    public boolean ticked(String name) {
        return text(name) != null;
    }

    public List<String> all(String name) {
        List<String> values = sent.get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    @Nullable
    public LocalDate date(String name) {
        String value = text(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException unreadable) {
            wrong(name, "DATE");
            return null;
        }
    }

    @Nullable
    public LocalDateTime moment(String name) {
        String value = text(name);
        try {
            return value == null ? null : LocalDateTime.parse(value);
        } catch (DateTimeException unreadable) {
            wrong(name, "DATE");
            return null;
        }
    }

    /** With a point or a comma. */
    @Nullable
    public BigDecimal decimal(String name) {
        String value = text(name);
        String plain = value == null ? "" : value.replace(',', '.');
        if (value == null) {
            return null;
        }
        if (plain.length() > DIGITS_MAX || !plain.matches("-?[0-9]+(\\.[0-9]+)?")) {
            wrong(name, "NUMBER");
            return null;
        }
        return new BigDecimal(plain);
    }

    @Nullable
    public Integer whole(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,9}")) {
            wrong(name, "NUMBER");
            return null;
        }
        return Integer.valueOf(value);
    }

    /** As {@link Amounts} reads them. */
    @Nullable
    public Money money(String name, Currency currency) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        Money amount = Amounts.of(value, currency);
        if (amount == null) {
            wrong(name, "AMOUNT");
        }
        return amount;
    }

    public void wrong(String name, String code) {
        mistakes.add(new Violation("/" + name.replace('.', '/'), code, "look at this once more"));
    }

    /** Refuses with every mistake found so far. */
    public void check() {
        if (!mistakes.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "some fields cannot be read", mistakes);
        }
    }

    /** To show the form again as it was sent. */
    public Map<String, String> asTyped() {
        Map<String, String> typed = new HashMap<>();
        sent.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.getFirst()));
        return typed;
    }
}
