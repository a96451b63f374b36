package io.tillgate.portal.merchant;

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
final class Fields {
    /** The form's own name, see the frame's {@code Forms}. */
    static final String ONCE = "once";

    private static final int DIGITS_MAX = 16;

    private final MultivaluedMap<String, String> sent;
    private final List<Violation> mistakes = new ArrayList<>();

    Fields(MultivaluedMap<String, String> sent) {
        this.sent = sent;
    }

    @Nullable
    String text(String name) {
        String value = sent.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String textOr(String name, String other) {
        String value = text(name);
        return value == null ? other : value;
    }

    /** Refused by {@link #check} when nothing stands there. */
    String needed(String name) {
        String value = text(name);
        if (value == null) {
            wrong(name, "REQUIRED");
        }
        return value == null ? "" : value;
    }

    boolean ticked(String name) {
        return text(name) != null;
    }

    List<String> all(String name) {
        List<String> values = sent.get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    @Nullable
    LocalDate date(String name) {
        String value = text(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException unreadable) {
            wrong(name, "DATE");
            return null;
        }
    }

    @Nullable
    LocalDateTime moment(String name) {
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
    BigDecimal decimal(String name) {
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
    Integer whole(String name) {
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

    /** Not negative, with no more decimals than the currency has. */
    @Nullable
    Money money(String name, Currency currency) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        String plain = value.replaceAll("[\\s\\p{Sc}]", "").replace(',', '.');
        if (plain.length() <= DIGITS_MAX && plain.matches("[0-9]+(\\.[0-9]+)?")) {
            BigDecimal minor = new BigDecimal(plain).movePointRight(currency.getDefaultFractionDigits());
            if (minor.stripTrailingZeros().scale() <= 0) {
                return new Money(minor.longValueExact(), currency);
            }
        }
        wrong(name, "AMOUNT");
        return null;
    }

    void wrong(String name, String code) {
        mistakes.add(new Violation("/" + name.replace('.', '/'), code, "look at this once more"));
    }

    /** Refuses with every mistake found so far. */
    void check() {
        if (!mistakes.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "some fields cannot be read", mistakes);
        }
    }

    /** To show the form again as it was sent. */
    Map<String, String> asTyped() {
        Map<String, String> typed = new HashMap<>();
        sent.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.getFirst()));
        return typed;
    }
}
