package io.tillgate.portal.merchant.payouts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.payouts.PayoutDetail.Item;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.shop.Sum;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.Payouts.Detail;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.settlement.StatementFormat;
import io.tillgate.settlement.Statements;
import io.tillgate.shared.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** When and how much the shop is paid, and why that is less than it sold. */
@Path("/portal/{slug}/payouts")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class PayoutsPage {
    private static final int ITEMS = 50;

    @CheckedTemplate(basePath = "merchant/payouts")
    static class Templates {
        static native TemplateInstance payouts(Frame frame, PayoutsList view);

        static native TemplateInstance payout(Frame frame, PayoutDetail view);

        private Templates() {}
    }

    private final Frames frames;
    private final Shop shop;
    private final Payouts payouts;
    private final Statements statements;
    private final PayoutsLists lists;

    PayoutsPage(Frames frames, Shop shop, Payouts payouts, Statements statements, PayoutsLists lists) {
        this.frames = frames;
        this.shop = shop;
        this.payouts = payouts;
        this.statements = statements;
        this.lists = lists;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> list(@RestPath String slug, @BeanParam PayoutsQuery query) {
        return lists.of(query)
                .chain(view ->
                        frames.page(Heading.of("payouts", words().title()), frame -> Templates.payouts(frame, view)));
    }

    /** What the list shows, as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> export(@RestPath String slug, @BeanParam PayoutsQuery query) {
        return lists.file(query).map(csv -> csv.file("payouts"));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> payout(
            @RestPath String slug, @RestPath UUID id, @QueryParam("after") @Nullable String after) {
        shop.merchant();
        return payouts.detail(shop.caller(), id)
                .chain(detail -> payouts.items(shop.caller(), id, new PageRequest(ITEMS, after))
                        .map(items -> detail(detail, items, after))
                        .chain(view -> frames.page(
                                Heading.of(
                                        "payouts",
                                        words().payout(shop.formats()
                                                .date(detail.payout().businessDate())),
                                        new Crumb(words().title(), "payouts")),
                                frame -> Templates.payout(frame, view))));
    }

    @GET
    @Path("{id}/statement.{format: pdf|csv}")
    public Uni<Response> statement(@RestPath String slug, @RestPath UUID id, @RestPath String format) {
        shop.merchant();
        StatementFormat wanted = format.equals("pdf") ? StatementFormat.PDF : StatementFormat.CSV;
        return statements
                .ofPayout(shop.caller(), id, wanted, shop.locale())
                .map(file -> Response.ok(file.content(), file.mediaType())
                        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                        .build());
    }

    private PayoutDetail detail(Detail detail, Page<SettlementItem> items, @Nullable String after) {
        PayoutView payout = detail.payout();
        PayoutWords said = new PayoutWords(words(), shop.formats());
        String here = frames.href("payouts/" + payout.id());
        return new PayoutDetail(
                shop.formats().money(payout.amount()),
                said.state(payout.state()),
                payout.holder() == null || payout.bankAccount() == null
                        ? words().to_gone()
                        : words().to(payout.holder(), payout.bankAccount()),
                sums(detail.settlement(), said.sum(payout.state())),
                said.events(payout),
                items.items().stream().map(item -> item(item, said)).toList(),
                here + "/statement.pdf",
                here + "/statement.csv",
                after == null ? "" : here,
                items.next() == null ? "" : here + "?after=" + items.next());
    }

    private List<Sum> sums(AccountSettlement account, String last) {
        PayoutsMessages words = words();
        List<Sum> sums = new ArrayList<>();
        counted(sums, words.sales_line(number(account.sales().count())), account.sales());
        counted(sums, words.refunds_line(number(account.refunds().count())), account.refunds());
        counted(sums, words.voids_line(number(account.voids().count())), account.voids());
        add(sums, words.fees(), account.fees());
        add(sums, words.chargebacks(), account.chargebacks());
        add(sums, words.reserves(), account.reserves());
        add(sums, words.adjustments(), account.adjustments());
        add(sums, words.carried_in(), account.carriedIn());
        add(sums, words.carried_out(), account.carriedOut());
        sums.add(new Sum(last, shop.formats().money(account.net()), true));
        return sums;
    }

    private void counted(List<Sum> sums, String label, AccountSettlement.Counted counted) {
        if (counted.count() > 0) {
            sums.add(new Sum(label, shop.formats().money(counted.amount()), false));
        }
    }

    private void add(List<Sum> sums, String label, Money amount) {
        if (!amount.isZero()) {
            sums.add(new Sum(label, shop.formats().money(amount), false));
        }
    }

    private Item item(SettlementItem item, PayoutWords said) {
        SettlementItem.Payment payment = item.payment();
        Formats formats = shop.formats();
        return new Item(
                payment == null ? "" : frames.href("sales/" + payment.sale()),
                formats.moment(payment == null ? item.bookedAt() : payment.createdAt()),
                what(item, said),
                payment == null || payment.cardMasked() == null ? "" : payment.cardMasked(),
                payment == null ? "" : payment.terminalNumber(),
                formats.money(item.gross()),
                formats.money(item.fee()),
                formats.money(item.net()));
    }

    private String what(SettlementItem item, PayoutWords said) {
        SettlementItem.Reason reason = item.reason();
        String kind = said.kind(item.kind());
        return reason == null ? kind : words().k_why(kind, shop.chinese() ? reason.zh() : reason.en());
    }

    private String number(int count) {
        return shop.formats().number(count);
    }

    private PayoutsMessages words() {
        return Words.in(PayoutsMessages.class, shop.locale());
    }
}
