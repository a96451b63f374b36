package io.tillgate.portal.merchant.sales;

import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.shop.Option;
import java.util.List;

/**
 * The form that gives money back, all of it text in the reader's language.
 *
 * @param seen what was left when the form was shown: if it is not when the form comes, somebody else was faster
 */
public record RefundView(
        String action,
        String back,
        String of,
        String left,
        String all,
        String amountLabel,
        String amount,
        boolean some,
        String seen,
        List<Option> payments,
        List<Line> lines,
        List<Option> reasons,
        List<String> consequences,
        String voidWill,
        Mistakes mistakes) {
    public RefundView {
        payments = List.copyOf(payments);
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
        consequences = List.copyOf(consequences);
    }

    /** @param value its place in the basket */
    public record Line(String value, String name, String about, boolean chosen) {}
}
