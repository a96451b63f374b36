package io.tillgate.catalogue;

import io.tillgate.shared.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A quantity as terminals write it: a plain decimal with at most three places, above zero, at most 999999.999. Held
 * exactly, in thousandths.
 */
public record QuantityText(long thousandths) {
    /** The largest quantity of one line, in thousandths. */
    public static final long THOUSANDTHS_MAX = 999_999_999L;

    private static final int LENGTH_MAX = 20;
    private static final Pattern PLAIN = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern EXPONENT = Pattern.compile("[-+]?[0-9.]+[eE].*", Pattern.DOTALL);

    public QuantityText {
        if (thousandths <= 0 || thousandths > THOUSANDTHS_MAX) {
            throw new Refusal(CatalogueProblem.QUANTITY_RANGE, "A quantity is above 0 and at most 999999.999.");
        }
    }

    /** Reads a quantity of a product sold by {@code unit}; throws the refusal that {@link #problem} names. */
    public static QuantityText of(String text, UnitOfSale unit) {
        Optional<CatalogueProblem> problem = problem(text, unit);
        if (problem.isPresent()) {
            throw new Refusal(problem.get(), "Write the quantity as a plain number such as 2 or 0.375.");
        }
        return new QuantityText(thousandths(text));
    }

    /** What is wrong with this quantity, as a value for the sale path; empty when it can be sold. */
    public static Optional<CatalogueProblem> problem(String text, UnitOfSale unit) {
        if (text.startsWith("-") || text.startsWith("+")) {
            return Optional.of(CatalogueProblem.QUANTITY_SIGN);
        }
        if (text.length() > LENGTH_MAX) {
            return Optional.of(CatalogueProblem.QUANTITY_MALFORMED);
        }
        if (!PLAIN.matcher(text).matches()) {
            return Optional.of(
                    EXPONENT.matcher(text).matches()
                            ? CatalogueProblem.QUANTITY_EXPONENT
                            : CatalogueProblem.QUANTITY_MALFORMED);
        }
        return sizeProblem(text, unit);
    }

    private static Optional<CatalogueProblem> sizeProblem(String text, UnitOfSale unit) {
        int point = text.indexOf('.');
        if (point >= 0 && text.length() - point - 1 > 3) {
            return Optional.of(CatalogueProblem.QUANTITY_PLACES);
        }
        BigDecimal value = new BigDecimal(text).movePointRight(3);
        if (value.signum() == 0 || value.compareTo(BigDecimal.valueOf(THOUSANDTHS_MAX)) > 0) {
            return Optional.of(CatalogueProblem.QUANTITY_RANGE);
        }
        // "2.000" of a piece is refused as well: a terminal that writes decimals has mistaken the product
        return unit == UnitOfSale.PIECE && point >= 0
                ? Optional.of(CatalogueProblem.QUANTITY_NOT_WHOLE)
                : Optional.empty();
    }

    private static long thousandths(String text) {
        return new BigDecimal(text).movePointRight(3).longValueExact();
    }

    /** The shortest plain decimal, for example {@code 2} or {@code 0.375}. */
    public String text() {
        return text(thousandths);
    }

    /** The same for a balance, which may be negative or zero. */
    public static String text(long thousandths) {
        BigDecimal value = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
    }
}
