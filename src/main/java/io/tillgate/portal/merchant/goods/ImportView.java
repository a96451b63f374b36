package io.tillgate.portal.merchant.goods;

import io.tillgate.portal.frame.Mistakes;
import java.util.List;

/**
 * The form that takes a file of products, and what came of the last one.
 *
 * @param rest whether good lines are kept
 * @param wrong lines with mistakes; more of them than can be read are only counted
 */
public record ImportView(
        String action,
        String back,
        String export,
        boolean rest,
        String said,
        List<Wrong> wrong,
        String more,
        Mistakes mistakes) {
    public ImportView {
        wrong = List.copyOf(wrong);
    }

    public record Wrong(String line, String column, String what) {}
}
