package io.tillgate.analytics.store;

import io.tillgate.analytics.domain.BasketShares;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SoldBasket;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A sale that counts, or counted.
 *
 * @param zone of its store when it was paid
 */
public record BasketRow(SoldBasket basket, ZoneId zone) {
    Sale sale() {
        return basket.sale();
    }

    int hour() {
        return sale().createdAt().atZone(zone).getHour();
    }

    long baskets() {
        return basket.stands() ? 1 : 0;
    }

    long amount() {
        return basket.stands() ? sale().terms().total().value() : 0;
    }

    long tips() {
        return basket.stands() ? sale().progress().tips() : 0;
    }

    List<Line> lines() {
        List<Long> net = BasketShares.net(
                sale().lines().stream().map(SaleLine::total).toList(),
                sale().terms().discount());
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < net.size(); place++) {
            lines.add(new Line(this, sale().lines().get(place), basket.stands() ? net.get(place) : 0));
        }
        return lines;
    }

    /** @param amount after its share of the basket's discount; 0 while the sale does not stand */
    record Line(BasketRow row, SaleLine line, long amount) {
        long thousandths() {
            return row.basket().stands() ? line.thousandths() : 0;
        }

        long returned() {
            return row.basket().stands() ? line.returned() : 0;
        }
    }
}
