package io.tillgate.portal.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the home page shows, all of it text in the reader's language. In rows for charts {@code plain} is what is drawn.
 *
 * @param steps what is left to do before the first sale; empty once all is done
 * @param figures null while there are none, or while they cannot be had
 */
public record HomeFigures(
        String asOf,
        List<Option> stores,
        List<Step> steps,
        String stepsDone,
        boolean away,
        @Nullable Figures figures,
        Tills tills,
        Payout payout) {

    public record Step(String title, String about, String href, boolean done, boolean next) {}

    public record Tills(String online, String note, boolean care) {}

    /** A figure's text and the number a chart draws. */
    public record Cell(String text, String plain) {}

    /** @param label short, for an axis */
    public record Row(String name, String label, List<Cell> cells, String href) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public record Figures(
            String takings,
            String takingsBefore,
            boolean ahead,
            String salesCount,
            String average,
            String approval,
            String approvalAbout,
            boolean quiet,
            Chart hours,
            Chart days,
            Chart methods,
            Chart products) {}

    /**
     * What builds up, and what came last.
     *
     * @param amount empty where nothing builds up
     */
    public record Payout(String amount, String about, List<Paid> last) {
        public Payout {
            last = List.copyOf(last);
        }
    }

    public record Paid(String href, String day, String amount, TillsList.State state) {}

    /** A table, and how it is drawn. */
    public record Chart(String about, List<String> heads, List<Row> rows) {
        public Chart {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }
}
