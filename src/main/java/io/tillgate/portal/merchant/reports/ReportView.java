package io.tillgate.portal.merchant.reports;

import io.tillgate.portal.merchant.shop.Chart;
import io.tillgate.portal.merchant.shop.Option;
import java.util.List;

/** A report: a few figures, a chart, and the table that it is drawn from. All text in the reader's language. */
public record ReportView(
        Filters filters,
        List<Tab> tabs,
        String title,
        String asOf,
        boolean open,
        List<Figure> figures,
        Chart chart,
        String kind,
        List<String> heads,
        List<Line> lines,
        List<String> total,
        String csv,
        String others) {
    public ReportView {
        tabs = List.copyOf(tabs);
        figures = List.copyOf(figures);
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
        total = List.copyOf(total);
    }

    /**
     * What the form shows.
     *
     * @param by the report's own word, sent back with the filters
     * @param was the period that is shown; empty for days chosen by hand
     */
    public record Filters(String by, String was, List<Option> periods, String from, String to, List<Option> stores) {
        public Filters {
            periods = List.copyOf(periods);
            stores = List.copyOf(stores);
        }
    }

    public record Tab(String href, String label, boolean current) {}

    public record Figure(String name, String figure, String note, boolean up) {}

    /** @param href what it is made of; empty where nothing can be opened */
    public record Line(String name, String href, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** Customers by their cards. */
    public record People(
            Filters filters, String asOf, boolean open, boolean any, List<Figure> figures, List<String> sentences) {
        public People {
            figures = List.copyOf(figures);
            sentences = List.copyOf(sentences);
        }
    }
}
