package io.tillgate.portal.merchant.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.Home;
import io.tillgate.merchants.Store;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.merchant.apply.ApplicantHome;
import io.tillgate.portal.merchant.home.GettingStarted.Begun;
import io.tillgate.portal.merchant.home.HomeFigures.Step;
import io.tillgate.portal.merchant.home.HomeFigures.Tills;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.shop.ShopMessages;
import io.tillgate.shared.StoreId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminals;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A shop's first page: is money coming in, is every till working, what will be paid out. */
@RequestScoped
public class ShopHome {
    private static final Logger LOG = Logger.getLogger(ShopHome.class);

    @CheckedTemplate(basePath = "merchant/home")
    static class Templates {
        static native TemplateInstance home(Frame frame, HomeFigures view);

        private Templates() {}
    }

    private final Frames frames;
    private final Shop shop;
    private final Analytics analytics;
    private final Terminals terminals;
    private final GettingStarted starting;
    private final HomePayout payout;
    private final ApplicantHome applicants;
    private final BusinessClock clock;
    private final RoutingContext request;

    public ShopHome(
            Frames frames,
            Shop shop,
            Analytics analytics,
            Terminals terminals,
            GettingStarted starting,
            HomePayout payout,
            ApplicantHome applicants,
            BusinessClock clock,
            RoutingContext request) {
        this.frames = frames;
        this.shop = shop;
        this.analytics = analytics;
        this.terminals = terminals;
        this.starting = starting;
        this.payout = payout;
        this.applicants = applicants;
        this.clock = clock;
        this.request = request;
    }

    public Uni<TemplateInstance> page() {
        if (shop.caller().merchant() == null) {
            return applicants.page();
        }
        // read side by side; only the figures of one place have to wait until it is known as the shop's
        boolean ofOne = request.request().getParam("store") != null;
        Uni<Optional<Home>> ofAll = ofOne ? Uni.createFrom().item(Optional.empty()) : figures(null);
        return Uni.combine()
                .all()
                .unis(ofAll, places(), payout.view())
                .asTuple()
                .chain(all -> {
                    Places places = all.getItem2();
                    Uni<Optional<Home>> home = ofOne
                            ? figures(chosen(places.stores()))
                            : Uni.createFrom().item(all.getItem1());
                    return home.chain(figures -> page(places, figures, all.getItem3()));
                });
    }

    /** Where the shop sells. */
    private record Places(List<Store> stores, List<Terminal> tills) {}

    private Uni<Places> places() {
        return shop.stores()
                .chain(stores -> terminals
                        .list(shop.caller(), new PageRequest(PageRequest.LIMIT_MAX, null))
                        .map(tills -> new Places(stores, tills.items())));
    }

    private Uni<TemplateInstance> page(Places places, Optional<Home> home, HomeFigures.Payout paid) {
        boolean sold = home.map(figures -> !figures.empty()).orElse(true);
        boolean goods =
                home.map(figures -> !figures.products().rows().isEmpty()).orElse(false);
        return starting.steps(new Begun(places.stores(), places.tills(), goods, sold), frames.href(""))
                .map(steps -> view(places.stores(), places.tills(), home, steps, paid))
                .chain(view ->
                        frames.page(Heading.of("home", shop.words().today()), frame -> Templates.home(frame, view)));
    }

    private HomeFigures view(
            List<Store> stores, List<Terminal> tills, Optional<Home> home, List<Step> steps, HomeFigures.Payout paid) {
        ShopMessages words = shop.words();
        Formats formats = shop.formats();
        HomeCharts charts = new HomeCharts(words, formats, shop.chinese(), frames.href(""));
        long done = steps.stream().filter(Step::done).count();
        boolean started = done == steps.size();
        return new HomeFigures(
                words.today_about(
                        formats.longDate(clock.date(shop.caller().tenant())),
                        formats.time(
                                home.map(figures -> figures.today().measured().asOf())
                                        .orElseGet(() -> clock.now(shop.caller().tenant())))),
                stores.size() < 2 ? List.of() : options(stores),
                started ? List.of() : steps,
                words.start_about(Long.toString(done), Integer.toString(steps.size())),
                home.isEmpty(),
                home.filter(figures -> !figures.empty())
                        .map(figures -> charts.figures(figures))
                        .orElse(null),
                tills(tills),
                paid);
    }

    /** Figures that cannot be had now must not keep a shop from its tills and sales. */
    private Uni<Optional<Home>> figures(@Nullable StoreId store) {
        return analytics
                .home(shop.caller().tenant(), shop.merchant(), store)
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(fault -> {
                    LOG.warnf("no figures for a home page: %s", fault.toString());
                    return Optional.empty();
                });
    }

    private Tills tills(List<Terminal> tills) {
        List<Terminal> working = tills.stream()
                .filter(till -> till.status() == Terminal.Status.ACTIVE)
                .toList();
        long online = working.stream()
                .filter(till -> till.connection() != null && till.connection().online())
                .count();
        ShopMessages words = shop.words();
        Formats formats = shop.formats();
        String note = working.isEmpty()
                ? words.tills_none()
                : online == working.size()
                        ? words.tills_all()
                        : words.tills_some(formats.number(working.size() - online));
        return new Tills(
                formats.number(online) + " / " + formats.number(working.size()), note, online < working.size());
    }

    /** Only a store of this shop's; anything else is all of them. */
    private @Nullable StoreId chosen(List<Store> stores) {
        String asked = request.request().getParam("store");
        return stores.stream()
                .map(Store::id)
                .filter(id -> id.toString().equals(asked))
                .findFirst()
                .orElse(null);
    }

    private List<Option> options(List<Store> stores) {
        StoreId chosen = chosen(stores);
        List<Option> options = new ArrayList<>();
        options.add(new Option("", shop.words().all_stores(), chosen == null));
        stores.stream()
                .filter(store -> !store.archived())
                .forEach(store -> options.add(new Option(
                        store.id().toString(), shop.name(store), store.id().equals(chosen))));
        return List.copyOf(options);
    }
}
