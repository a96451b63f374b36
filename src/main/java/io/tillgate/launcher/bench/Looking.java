package io.tillgate.launcher.bench;

import io.tillgate.launcher.bench.Filling.Shop;
import io.tillgate.launcher.bench.Series.Figures;
import io.tillgate.launcher.demo.Stage;
import io.tillgate.launcher.demo.Stage.Eyes;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The first page of a merchant with many sales, as its owner's browser gets it, beside pages that read no figures. */
final class Looking {
    static final int SALES = 100_000;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 300;

    private final Stage stage;
    private final String http;

    Looking(Stage stage) {
        this.stage = stage;
        this.http = stage.up().get("http").asText();
    }

    /** @param baselines what the same request costs without figures */
    record Page(Figures home, List<Figures> baselines) {}

    Page look(Filling filling) {
        String merchant =
                stage.see(Eyes.OWNER, "/api/v1/merchants").at("/items/0/id").asText();
        var accounts = stage.see(Eyes.OWNER, "/api/v1/merchants/" + merchant + "/accounts");
        UUID account = UUID.fromString(accounts.at("/items/0/id").asText());
        filling.history(new Shop(UUID.fromString(merchant), account), today(stage), SALES);
        Browser browser = new Browser();
        URI home = URI.create(http + "/portal/" + Stage.TENANT);
        Browser stranger = new Browser();
        browser.signIn(home, stage.owner());
        URI own = URI.create(home + "/account");
        Series figures = new Series(String.format("home page of a merchant with %,d sales", SALES));
        Series frame = new Series("page of one's account: the same session and frame, no figures");
        Series health = new Series("health: no session, no database");
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            time(round, figures, () -> browser.page(home));
            time(round, frame, () -> browser.page(own));
            time(round, health, () -> stranger.page(URI.create(http + "/q/health/live")));
        }
        return new Page(figures.figures(), List.of(frame.figures(), health.figures()));
    }

    /** The tenant's present business date. */
    static LocalDate today(Stage stage) {
        return LocalDate.parse(stage.see(Eyes.OWNER, "/api/v1/analytics/summary")
                .at("/measured/period/from")
                .asText());
    }

    private static void time(int round, Series series, Runnable request) {
        long start = System.nanoTime();
        request.run();
        if (round >= 0) {
            series.addNanos(System.nanoTime() - start);
        }
    }
}
