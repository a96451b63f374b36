package io.tillgate.portal.merchant.home;

import io.tillgate.portal.merchant.shop.Chart;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.State;
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

    public record Paid(String href, String day, String amount, State state) {}
}
