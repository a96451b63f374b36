package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Frame;
import io.tillgate.shared.Money;
import io.tillgate.tenancy.FeePlans;
import io.tillgate.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The price lists in force, as the tenant's file has them. */
@Path("/portal/{slug}/desk/fees")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.FINANCE, Roles.SUPPORT, Roles.RISK_ANALYST})
class FeesPage {
    static final String PLACE = "fees";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int EXAMPLE_MAJOR = 50;
    private static final String MONTH = "month";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance fees(Frame frame, Desk desk, View view);

        private Templates() {}
    }

    /** @param example an amount that each band is worked out for */
    public record View(String example, List<Plan> plans) {}

    public record Plan(String name, String description, boolean isDefault, List<Band> bands, List<Monthly> monthly) {}

    /** What an account pays by the month, and how much. */
    public record Monthly(String what, String price) {}

    /** One line, all of it text. */
    public record Band(String whom, String amounts, String rate, String perItem, String limits, String example) {}

    private final Tenants tenants;
    private final Desks desks;

    FeesPage(Tenants tenants, Desks desks) {
        this.tenants = tenants;
        this.desks = desks;
    }

    @GET
    public Uni<TemplateInstance> fees(@RestPath String slug) {
        Desk desk = desks.desk();
        var settings = tenants.settings(desk.caller().tenant());
        Pen pen = new Pen(desk, settings.currency());
        FeePlans pricing = settings.pricing();
        View view = new View(
                pen.money(pen.example()),
                pricing.plans().stream()
                        .map(plan -> new Plan(
                                plan.name(),
                                plan.description(),
                                plan.name().equals(pricing.defaultPlan()),
                                plan.bands().stream().map(pen::band).toList(),
                                pen.monthly(plan.monthly())))
                        .toList());
        return desks.page(PLACE, desk.words().nav_fees(), (frame, each) -> Templates.fees(frame, each, view));
    }

    /** Writes bands in one currency. */
    private record Pen(Desk desk, Currency currency) {
        String money(long minorUnits) {
            return desk.money(new Money(minorUnits, currency));
        }

        long example() {
            return BigDecimal.valueOf(EXAMPLE_MAJOR)
                    .movePointRight(currency.getDefaultFractionDigits())
                    .longValueExact();
        }

        Band band(FeePlans.Band band) {
            Long most = band.maximum();
            return new Band(
                    whom(band.selector()),
                    amounts(band),
                    band.percent().stripTrailingZeros().toPlainString() + " %",
                    band.perItem() == 0 ? "–" : money(band.perItem()),
                    (band.minimum() == 0 ? "–" : money(band.minimum())) + " / " + (most == null ? "–" : money(most)),
                    holds(band, example()) ? money(fee(band, example())) : "–");
        }

        List<Monthly> monthly(FeePlans.Monthly terms) {
            List<Monthly> lines = new ArrayList<>();
            if (terms.fee() > 0) {
                lines.add(new Monthly(desk.word(MONTH, "fee"), money(terms.fee())));
            }
            if (terms.minimum() > 0) {
                lines.add(new Monthly(desk.word(MONTH, "minimum"), money(terms.minimum())));
            }
            for (FeePlans.Tier tier : terms.tiers()) {
                String rate = tier.percent().stripTrailingZeros().toPlainString() + " %";
                lines.add(new Monthly(
                        desk.word(MONTH, "tier") + " " + money(tier.from()),
                        (tier.perItem() == 0 ? rate : rate + " + " + money(tier.perItem())) + " "
                                + desk.word(MONTH, "tier-rate")));
            }
            return lines;
        }

        private String whom(FeePlans.Selector selector) {
            String named = Stream.of(
                            part("scheme", selector.scheme()),
                            part("card", selector.card()),
                            part("entry", selector.entry()),
                            selector.mcc().equals(FeePlans.Selector.ANY) ? null : "MCC " + selector.mcc())
                    .filter(each -> each != null)
                    .collect(Collectors.joining(" · "));
            return named.isEmpty() ? desk.words().every_payment() : named;
        }

        private @Nullable String part(String kind, String value) {
            return value.equals(FeePlans.Selector.ANY) ? null : desk.word(kind, value);
        }

        private String amounts(FeePlans.Band band) {
            Long to = band.to();
            if (to == null) {
                return band.from() == 0
                        ? desk.words().any_amount()
                        : desk.words().amount_from(money(band.from()));
            }
            return band.from() == 0
                    ? desk.words().amount_below(money(to))
                    : desk.words().amount_between(money(band.from()), money(to));
        }

        private static boolean holds(FeePlans.Band band, long amount) {
            Long to = band.to();
            return amount >= band.from() && (to == null || amount < to);
        }

        /** Half up to the minor unit, as fees are. */
        private static long fee(FeePlans.Band band, long amount) {
            long share = band.percent()
                    .multiply(BigDecimal.valueOf(amount))
                    .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                    .longValueExact();
            long atLeast = Math.max(share + band.perItem(), band.minimum());
            Long most = band.maximum();
            return most == null ? atLeast : Math.min(atLeast, most);
        }
    }
}
